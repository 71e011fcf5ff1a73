import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEL_SIZE } from '../../../src-core/audio/constants.ts';
import {
  createLevelMeter,
  HEARD_BANDS,
  LEVELS_SIZE,
  LOWEST_LEVEL_DB,
} from '../../../src-core/emotion/hearing/audible-levels.ts';
import { melClip } from './mel-clips.ts';

/** The levels of a track of one clip. */
const measure = (mel: Float32Array): Float32Array => createLevelMeter()(mel);
/** The first frame's levels. */
const firstFrame = (mel: Float32Array): number[] => [...measure(mel).subarray(0, HEARD_BANDS)];

describe('audible levels', () => {
  test('pairs of bands are averaged in power and told in dB', () => {
    const levels = firstFrame(melClip((_, band) => (band % 2 === 0 ? -10 : -20)));
    for (const level of levels) expect(level).toBeCloseTo(10 * Math.log10((0.1 + 0.01) / 2), 3);
  });

  test('a loud band hides what lies 12 dB below it, 3 dB a band upwards and 6 dB downwards', () => {
    const levels = firstFrame(melClip((_, band) => (band >> 1 === 20 ? 0 : -100)));
    expect(levels[20]).toBeCloseTo(0, 3);
    expect(levels[21]).toBeCloseTo(-15, 3);
    expect(levels[25]).toBeCloseTo(-27, 3);
    expect(levels[19]).toBeCloseTo(-18, 3);
    expect(levels[15]).toBeCloseTo(-42, 3);
    expect(levels[10]).toBeCloseTo(-45, 3); // so far below the loudest band, nothing is heard
  });

  test('what is hidden may come or go without a trace', () => {
    const tone = (rest: number): number[] => firstFrame(melClip((_, band) => (band >> 1 === 20 ? 0 : rest)));
    const [bare, dusty] = [tone(-100), tone(-45)];
    for (let band = 16; band < 28; band++) expect(dusty[band]).toBeCloseTo(bare[band], 2);
  });

  test('a loud moment hides what follows, 1 dB a frame less, into the next clip, and 6 dB a frame what came before', () => {
    const click = melClip((frame) => (frame === 30 ? 0 : -100));
    const meter = createLevelMeter();
    const bandIn = (levels: Float32Array): number[] =>
      Array.from({ length: 44 }, (_, frame) => levels[frame * HEARD_BANDS + 25]);
    const first = bandIn(meter(click));
    expect(first[30]).toBeCloseTo(0, 3);
    expect(first[31]).toBeCloseTo(-9, 3);
    expect(first[43]).toBeCloseTo(-21, 3);
    expect(first[29]).toBeCloseTo(-14, 3);
    expect(first[27]).toBeCloseTo(-26, 3);
    expect(first[10]).toBeCloseTo(LOWEST_LEVEL_DB, 3);
    const next = bandIn(meter(melClip(() => -100)));
    expect(next[0]).toBeCloseTo(-22, 3);
    // The loudest band was 57 frames ago.
    expect(next[43]).toBeCloseTo(-45 - 57 * 0.2, 3);
  });

  test('after silence for long, whispers are heard again', () => {
    const whisper = melClip((_, band) => (band >> 1 === 20 ? -60 : -100));
    const meter = createLevelMeter();
    expect(meter(whisper)[20]).toBeCloseTo(-60, 3);
    meter(melClip(() => 20));
    const after = meter(whisper)[40 * HEARD_BANDS + 20];
    expect(after).toBeGreaterThan(-45);
    for (let clip = 0; clip < 12; clip++) meter(whisper);
    expect(meter(whisper)[20]).toBeCloseTo(-60, 3);
  });

  test('a gain shifts what is heard by as much in very quiet music, too', () => {
    const levelsAt = (gain: number): Float32Array =>
      measure(melClip((frame, band) => gain - 20 - 0.5 * band + ((band * 7 + frame) % 11))).slice();
    const [quiet, loud] = [levelsAt(0), levelsAt(6)];
    loud.forEach((level, i) => expect(level - quiet[i]).toBeCloseTo(6, 3));
  });

  test('heights above the last pair are not heard', () => {
    const low = measure(melClip((_, band) => (band < 102 ? -20 : -100))).slice();
    const full = measure(melClip(() => -20)).slice();
    expect(low).toEqual(full);
  });

  test('whatever comes in, levels are finite, not below the floor, and no louder band is hidden', () => {
    const power = fc.oneof(
      fc.constantFrom(0, -1, NaN, Infinity, 1e-30),
      fc.double({ min: -12, max: 9, noNaN: true }).map((exponent) => 10 ** exponent),
    );
    fc.assert(
      fc.property(fc.array(power, { minLength: 128, maxLength: 128 }), (bands) => {
        const levels = measure(Float32Array.from({ length: MEL_SIZE }, (_, i) => bands[i % 128]));
        expect(levels).toHaveLength(LEVELS_SIZE);
        for (let band = 0; band < HEARD_BANDS; band++) {
          expect(Number.isFinite(levels[band])).toBe(true);
          expect(levels[band]).toBeGreaterThanOrEqual(LOWEST_LEVEL_DB - 1e-3);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a gain shifts what is heard by as much', () => {
    const quiet = measure(melClip((frame, band) => -20 + ((band * 7 + frame) % 11))).slice();
    const loud = measure(melClip((frame, band) => -14 + ((band * 7 + frame) % 11)));
    loud.forEach((level, i) => expect(level - quiet[i]).toBeCloseTo(6, 3));
  });

  test('a clip of another size is refused', () => {
    expect(() => measure(new Float32Array(MEL_SIZE - 1))).toThrow(RangeError);
  });
});
