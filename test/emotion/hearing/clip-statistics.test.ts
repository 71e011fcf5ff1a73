import { describe, expect, test } from 'vitest';
import { HEARD_BANDS } from '../../../src-core/emotion/hearing/audible-levels.ts';
import {
  CLIP_STATISTICS_SIZE,
  createClipStatistics,
} from '../../../src-core/emotion/hearing/clip-statistics.ts';
import {
  CHANGE_BANDS,
  LEVEL_STATISTICS_SIZE,
  writeLevelStatistics,
} from '../../../src-core/emotion/hearing/level-statistics.ts';
import {
  createModulationMeter,
  MODULATION_SIZE,
} from '../../../src-core/emotion/hearing/modulation-meter.ts';
import {
  SPECTRAL_CONTRAST_SIZE,
  writeSpectralContrast,
} from '../../../src-core/emotion/hearing/spectral-contrast.ts';
import { audibleClip } from './mel-clips.ts';

function statisticsOf(levels: Float32Array): Float32Array {
  const target = new Float32Array(LEVEL_STATISTICS_SIZE);
  writeLevelStatistics(levels, target, 0);
  return target;
}

describe('level statistics', () => {
  test('are the mean, deviation and mean change beyond 2 dB of every band', () => {
    const statistics = statisticsOf(audibleClip((frame, band) => -band / 2 + (frame % 2 === 0 ? 3 : -3)));
    for (let band = 0; band < HEARD_BANDS; band++) {
      expect(statistics[band]).toBeCloseTo(-band / 2, 4);
      expect(statistics[HEARD_BANDS + band]).toBeCloseTo(3, 3);
    }
    for (let band = 0; band < CHANGE_BANDS; band++) {
      expect(statistics[2 * HEARD_BANDS + band]).toBeCloseTo(4, 4);
    }
  });

  test('of a steady sound show no deviation and no change', () => {
    const statistics = statisticsOf(audibleClip(() => -17));
    for (const value of statistics.subarray(HEARD_BANDS)) expect(value).toBeCloseTo(0, 2);
  });
});

describe('spectral contrast', () => {
  const contrastOf = (levels: Float32Array): Float32Array => {
    const target = new Float32Array(SPECTRAL_CONTRAST_SIZE);
    writeSpectralContrast(levels, target, 0);
    return target;
  };

  test('tells tones from noise', () => {
    const tone = contrastOf(audibleClip((_, band) => (band % 8 === 3 ? 0 : -40)));
    expect(tone[0]).toBeCloseTo(20, 4); // peak: mean of 0 and -40; valley: -40
    expect(tone[1]).toBeCloseTo(35, 4); // loudest less the mean of one 0 and seven -40
    const noise = contrastOf(audibleClip(() => -30));
    for (const value of noise) expect(value).toBeCloseTo(0, 4);
  });

  test('shows how it sways over the clip', () => {
    const swaying = contrastOf(audibleClip((frame, band) => (band % 8 === 3 && frame % 2 === 0 ? 0 : -40)));
    expect(swaying[0]).toBeCloseTo(10, 4);
    expect(swaying[12]).toBeCloseTo(10, 4);
  });
});

describe('modulation', () => {
  /** Root mean squares by modulation band, of a level that sways at a frequency for four seconds. */
  const bandsAt = (hz: number): number[] => {
    const meter = createModulationMeter();
    const target = new Float32Array(MODULATION_SIZE);
    for (let clip = 0; clip < 8; clip++) {
      const level = (frame: number): number =>
        -20 + 10 * Math.sin((2 * Math.PI * hz * (clip * 44 + frame) * 512) / 44_100);
      meter.write(
        audibleClip((frame) => level(frame)),
        target,
        0,
      );
    }
    return Array.from({ length: 6 }, (_, band) => target[band * 12]);
  };

  test.each([
    [30, 0],
    [11, 1],
    [1.4, 4],
  ])('at %d Hz shows most in band %i', (hz, expected) => {
    const bands = bandsAt(hz);
    expect(bands.indexOf(Math.max(...bands))).toBe(expected);
  });

  test('of a steady sound is nothing, from its first frame on', () => {
    const target = new Float32Array(MODULATION_SIZE);
    createModulationMeter().write(
      audibleClip(() => -5),
      target,
      0,
    );
    for (const value of target) expect(value).toBe(0);
  });

  test('goes on from clip to clip', () => {
    const meter = createModulationMeter();
    const target = new Float32Array(MODULATION_SIZE);
    meter.write(
      audibleClip(() => -40),
      target,
      0,
    );
    meter.write(
      audibleClip(() => -10),
      target,
      0,
    );
    expect(Math.max(...target)).toBeGreaterThan(1);
  });
});

test('a gain changes nothing but the level that is told beside them', () => {
  const levelAt = (frame: number, band: number): number => -30 + ((frame * 5 + band * 3) % 17);
  const [quiet, loud] = [new Float32Array(CLIP_STATISTICS_SIZE), new Float32Array(CLIP_STATISTICS_SIZE)];
  const level = createClipStatistics()(audibleClip(levelAt), quiet, 0);
  const louder = createClipStatistics()(
    audibleClip((frame, band) => levelAt(frame, band) + 6),
    loud,
    0,
  );
  expect(louder - level).toBeCloseTo(6, 4);
  loud.forEach((value, i) => expect(value).toBeCloseTo(quiet[i], 3));
});

test('a clip’s statistics stand one after the other, finite and at the offset', () => {
  const target = new Float32Array(CLIP_STATISTICS_SIZE + 4).fill(7);
  createClipStatistics()(
    audibleClip((frame, band) => -30 + ((frame * 5 + band * 3) % 17)),
    target,
    2,
  );
  expect([target[0], target[1], target.at(-1), target.at(-2)]).toEqual([7, 7, 7, 7]);
  expect(target.every(Number.isFinite)).toBe(true);
  expect(target.subarray(2, -2).filter((value) => value === 7)).toHaveLength(0);
});
