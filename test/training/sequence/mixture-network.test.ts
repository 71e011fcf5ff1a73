import { describe, expect, it } from 'vitest';
import { wasmEngine } from '../../../src-core/emotion/engines/wasm-engine.ts';
import { forecastAlong } from '../../../src-core/emotion/forecast.ts';
import { createRandom } from '../../../src-core/training/run/random.ts';
import { fitMixture, type FittedMixture } from '../../../src-core/training/sequence/fit-mixture.ts';
import { gatherBatch } from '../../../src-core/training/sequence/mixture-batch.ts';
import { createMixtureNetwork } from '../../../src-core/training/sequence/mixture-network.ts';
import { SEGUE_SEQUENCE_RECIPE } from '../../../src-core/training/sequence/sequence-recipe.ts';
import type { SequenceSong } from '../../../src-core/training/sequence/sequence-songs.ts';
import { setScales } from '../../../src-core/training/sequence/set-scales.ts';
import { drawPiece } from '../../../src-core/training/sequence/training-piece.ts';
import { syntheticCurve } from '../synthetic.ts';
import { noCheckpoint } from '../no-checkpoint.ts';

const RECIPE = { ...SEGUE_SEQUENCE_RECIPE, units: [8], maxEpochs: 3, dropout: 0 };

const songs = Array.from({ length: 40 }, (_, i): SequenceSong => ({
  ...syntheticCurve(70, i),
  set: i % 2 === 0 ? 'emomusic' : 'heard',
  group: `song ${i}`,
  fold: i % 5,
}));

const fitOnce = (): Promise<FittedMixture> =>
  fitMixture(songs, { recipe: RECIPE, seed: 1, label: 'test' }, noCheckpoint());

describe('a mixture', () => {
  it('ships one regression for each set that has songs, and learns', async () => {
    const { normalisation, history } = await fitOnce();
    expect(normalisation.regressions.map(({ curves }) => curves)).toEqual(['emomusic', 'heard']);
    expect(history.training.at(-1)).toBeLessThan(history.training[0]);
  });

  it('gives the same numbers under training and as it is shipped', async () => {
    const { network, normalisation } = await fitOnce();
    const sets = normalisation.regressions.map(({ curves, weights }) => ({
      curves: curves as SequenceSong['set'],
      songs: songs.filter(({ set }) => set === curves),
      weights: Float64Array.from(weights),
    }));
    const scales = setScales(sets, RECIPE);
    const untrained = createMixtureNetwork(RECIPE, scales, sets, 5);
    const shipped = untrained.toModel();
    const whole = { ...RECIPE, mirror: 0, gap: 0, fewestSteps: 70, bandWeight: 0 };
    const piece = drawPiece(songs[0], whole, createRandom(1));
    const batch = gatherBatch([piece], whole, scales);
    const loss = untrained.learn(batch, 0, createRandom(1));
    const along = forecastAlong(
      {
        network: wasmEngine.sequence(shipped.network),
        normalisation: { ...normalisation, regressions: shipped.regressions },
      },
      { arousal: songs[0].arousal.slice(0, 60), valence: songs[0].valence.slice(0, 60) },
    );
    let sum = 0;
    along.forEach(({ arousal, valence }, step) => {
      for (let ahead = 1; ahead <= 20 && step + ahead < 70; ahead++) {
        for (const [said, truth] of [
          [arousal, songs[0].arousal],
          [valence, songs[0].valence],
        ]) {
          const error = (said[ahead - 1] - truth[step + ahead]) / scales.units[ahead - 1];
          sum += batch.weights[(step * 20 + ahead - 1) * 2] * error ** 2;
        }
      }
    });
    expect(sum / 2 / batch.targets.length).toBeCloseTo(loss, 5);
    expect(network.layers[0].kind).toBe('lstm');
  });
});
