import { describe, expect, it } from 'vitest';
import { LEVELS_SIZE } from '../../src-core/emotion/hearing/audible-levels.ts';
import { treatClip, type Augmentation } from '../../src-core/training/clip/augment.ts';
import { createRandom } from '../../src-core/training/run/random.ts';

const NONE: Augmentation = { maskChance: 0, maskFrames: 10, maskBands: 6 };

function treated(changes: Partial<Augmentation>, levelAt: (i: number) => number = () => -20): Float32Array {
  const clip = Float32Array.from({ length: LEVELS_SIZE }, (_, i) => levelAt(i));
  treatClip(clip, { ...NONE, ...changes }, createRandom(4, 'augment'));
  return clip;
}

describe('treatClip', () => {
  it('leaves a clip alone where nothing is asked', () => {
    expect(treated({})).toEqual(new Float32Array(LEVELS_SIZE).fill(-20));
  });

  it('masks some numbers and leaves most', () => {
    const levelAt = (i: number): number => -20 - (i % 37);
    const masked = treated({ maskChance: 1 }, levelAt);
    const changed = masked.filter((level, i) => level !== levelAt(i)).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(LEVELS_SIZE / 2);
    for (const level of masked) expect(level).toBeGreaterThanOrEqual(-57);
  });
});
