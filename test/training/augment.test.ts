import { describe, expect, it } from 'vitest';
import { MEL_BANDS, MEL_SIZE } from '../../src-core/audio/constants.ts';
import { drawTreatment, treatClip, type Augmentation } from '../../src-core/training/clip/augment.ts';
import { createRandom } from '../../src-core/training/run/random.ts';

const NONE: Augmentation = {
  gainDb: 0,
  lowPassChance: 0,
  lowPassBand: 80,
  lowPassDb: 40,
  noiseChance: 0,
  noiseDb: [-60, -20],
  maskChance: 0,
  maskFrames: 10,
  maskBands: 12,
};

function treated(changes: Partial<Augmentation>, level = -20): Float32Array {
  const augmentation = { ...NONE, ...changes };
  const random = createRandom(4, 'augment');
  const clip = new Float32Array(MEL_SIZE).fill(level);
  treatClip(clip, drawTreatment(augmentation, random), augmentation, random);
  return clip;
}

describe('treatClip', () => {
  it('leaves a clip alone where nothing is asked', () => {
    expect(treated({})).toEqual(new Float32Array(MEL_SIZE).fill(-20));
  });

  it('shifts every band alike by a gain', () => {
    const clip = treated({ gainDb: 6 });
    expect(new Set(clip).size).toBe(1);
    expect(clip[0]).not.toBe(-20);
  });

  it('turns down the heights and nothing else', () => {
    const clip = treated({ lowPassChance: 1 });
    expect(clip.slice(0, 80)).toEqual(new Float32Array(80).fill(-20));
    expect(clip[MEL_BANDS - 1]).toBe(-60);
  });

  it('lays noise under what is quieter and hardly touches what is louder', () => {
    const quiet = treated({ noiseChance: 1 }, -100);
    expect(Math.max(...quiet)).toBeGreaterThan(-65);
    const loud = treated({ noiseChance: 1 }, 20);
    loud.forEach((level) => expect(Math.abs(level - 20)).toBeLessThan(0.1));
  });

  it('stays finite and above the floor whatever comes together', () => {
    const clip = treated({ gainDb: 40, lowPassChance: 1, noiseChance: 1, maskChance: 1 }, -100);
    clip.forEach((level) => {
      expect(Number.isFinite(level)).toBe(true);
      expect(level).toBeGreaterThanOrEqual(-100);
    });
  });
});
