import { describe, expect, it } from 'vitest';
import { SEGUE_CLIP_RECIPE, type ClipRecipe } from '../../src-core/training/clip/clip-recipe.ts';
import { ratedRow } from '../../src-core/training/clip/excerpt-metrics.ts';
import { crossValidateClip } from '../../src-core/training/clip/cross-validate-clip.ts';
import { fitClip } from '../../src-core/training/clip/fit-clip.ts';
import type { Checkpoint } from '../../src-core/training/run/checkpoint.ts';
import type { FitState } from '../../src-core/training/run/fit.ts';
import { silentProgress } from '../../src-core/training/run/progress.ts';
import { syntheticExcerpts } from './synthetic.ts';
import { noCheckpoint } from './no-checkpoint.ts';

const TINY: ClipRecipe = {
  ...SEGUE_CLIP_RECIPE,
  units: [8],
  batchExcerpts: 8,
  clipsPerExcerpt: 2,
  maxEpochs: 4,
  members: 1,
};

const excerpts = syntheticExcerpts(40, 1);
const train = excerpts.slice(0, 30);
const validation = excerpts.slice(30);

/** Keeps its state in memory and, like a killed process, fails after `saves` of them. */
function dyingCheckpoint(saves: number): Checkpoint<FitState> & { revive: () => Checkpoint<FitState> } {
  let state: FitState | null = null;
  let left = saves;
  const load = (): Promise<FitState | null> => Promise.resolve(state);
  const save = (next: FitState): Promise<void> => {
    state = structuredClone(next);
    left--;
    return left > 0 ? Promise.resolve() : Promise.reject(new Error('killed'));
  };
  return { load, save, revive: () => ({ load, save: () => Promise.resolve() }) };
}

describe('training a clip network', () => {
  it('gives the same weights for the same seed and others for another', async () => {
    const weights = async (seed: number): Promise<Float32Array> =>
      (
        await fitClip(train, validation, { recipe: TINY, seed, label: 'test' }, noCheckpoint())
      ).network.saveState().parameters;
    const first = await weights(1);
    expect(await weights(1)).toEqual(first);
    expect(await weights(2)).not.toEqual(first);
    expect(first.every(Number.isFinite)).toBe(true);
  });

  it('goes on after a kill to the same weights', async () => {
    const options = { recipe: TINY, seed: 5, label: 'test' };
    const whole = await fitClip(train, validation, options, noCheckpoint());
    const dying = dyingCheckpoint(2);
    await expect(fitClip(train, validation, options, dying)).rejects.toThrow('killed');
    const resumed = await fitClip(train, validation, options, dying.revive());
    expect(resumed.network.saveState()).toEqual(whole.network.saveState());
    expect(resumed.history).toEqual(whole.history);
    expect(resumed.epochs).toBe(whole.epochs);
  });

  it('learns what there is to learn, on artists it never heard', async () => {
    const recipe: ClipRecipe = {
      ...TINY,
      units: [12],
      drawsPerEpoch: 6,
      maxEpochs: 6,
      augmentation: null,
      dropout: 0,
    };
    const { answers, meanAbsoluteStep } = await crossValidateClip(excerpts, {
      recipe,
      seed: 1,
      checkpointOf: () => Promise.resolve(noCheckpoint()),
      progress: silentProgress,
    });
    expect(answers).toHaveLength(excerpts.length);
    const { arousal } = ratedRow(answers, 'musifeast');
    expect(arousal.r2).toBeGreaterThan(0.6);
    expect(meanAbsoluteStep.arousal).toBeLessThan(0.2);
  });
});
