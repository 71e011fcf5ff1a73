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

const measure = createLevelMeter();
/** The first frame's levels. */
const firstFrame = (mel: Float32Array): number[] => [...measure(mel).subarray(0, HEARD_BANDS)];

describe('audible levels', () => {
  test('pairs of bands are averaged in power and told in dB', () => {
    const levels = firstFrame(melClip((_, band) => (band % 2 === 0 ? -10 : -20)));
    for (const level of levels) expect(level).toBeCloseTo(10 * Math.log10((0.1 + 0.01) / 2), 3);
  });

  test('a loud band hides what lies 16 dB below it, 3 dB a band upwards and 6 dB downwards', () => {
    const levels = firstFrame(melClip((_, band) => (band >> 1 === 20 ? 0 : -100)));
    expect(levels[20]).toBeCloseTo(0, 3);
    expect(levels[21]).toBeCloseTo(-19, 3);
    expect(levels[25]).toBeCloseTo(-31, 3);
    expect(levels[19]).toBeCloseTo(-22, 3);
    expect(levels[15]).toBeCloseTo(-46, 3);
    expect(levels[10]).toBeCloseTo(LOWEST_LEVEL_DB, 3);
  });

  test('what is hidden may come or go without a trace', () => {
    const tone = (rest: number): number[] => firstFrame(melClip((_, band) => (band >> 1 === 20 ? 0 : rest)));
    const [bare, dusty] = [tone(-100), tone(-45)];
    for (let band = 16; band < 28; band++) expect(dusty[band]).toBeCloseTo(bare[band], 2);
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
