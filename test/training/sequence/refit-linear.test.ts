import { expect, it } from 'vitest';
import { fitAutoregression } from '../../../src-core/training/baselines/autoregression.ts';
import { createRandom } from '../../../src-core/training/run/random.ts';
import { gatherBatch } from '../../../src-core/training/sequence/mixture-batch.ts';
import { createMixtureNetwork } from '../../../src-core/training/sequence/mixture-network.ts';
import { refitLinear } from '../../../src-core/training/sequence/refit-linear.ts';
import { SEGUE_SEQUENCE_RECIPE } from '../../../src-core/training/sequence/sequence-recipe.ts';
import type { SequenceSong } from '../../../src-core/training/sequence/sequence-songs.ts';
import { setScales } from '../../../src-core/training/sequence/set-scales.ts';
import { drawPiece } from '../../../src-core/training/sequence/training-piece.ts';
import { syntheticCurve } from '../synthetic.ts';

const RECIPE = { ...SEGUE_SEQUENCE_RECIPE, units: [8], dropout: 0, bandWeight: 0, batchPieces: 24 };

it('moves what is linear to where the squared error is less, and there finds nothing more to do', () => {
  const songs = Array.from({ length: 24 }, (_, i): SequenceSong => ({
    ...syntheticCurve(70, i),
    set: 'deam',
    group: `song ${i}`,
    fold: 0,
  }));
  // Regressions that know nothing leave the refit much to do.
  const weights = fitAutoregression(songs, RECIPE.lags).map(() => 0);
  const sets = [{ curves: 'deam' as const, songs, weights }];
  const scales = setScales(sets, RECIPE);
  const network = createMixtureNetwork(RECIPE, scales, sets, 1);
  const random = createRandom(1, 'refit');
  const batch = gatherBatch(
    songs.map((song) => drawPiece(song, RECIPE, random)),
    RECIPE,
    scales,
  );
  const refittedLoss = (): number => {
    refitLinear(network, [batch]);
    const { said } = network.linearView(batch);
    return said.reduce((sum, value, i) => sum + batch.weights[i] * (value - batch.targets[i]) ** 2, 0);
  };
  const before = batch.targets.reduce((sum, target, i) => sum + batch.weights[i] * target ** 2, 0);
  const first = refittedLoss();
  expect(first).toBeLessThan(0.97 * before);
  const second = refittedLoss();
  expect(second).toBeLessThanOrEqual(first);
  expect(second).toBeGreaterThan(0.9 * first);
});
