import { describe, expect, it } from 'vitest';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import type { TrainedClipNetwork } from '../../src-core/training/clip/cross-validate-clip.ts';
import { ratedRow } from '../../src-core/training/clip/excerpt-metrics.ts';
import { clipCount, LEVEL_UNIT_DB } from '../../src-core/training/clip/mel-cache.ts';
import { memoryCheckpoint } from '../../src-core/training/run/checkpoint.ts';
import { silentProgress } from '../../src-core/training/run/progress.ts';
import {
  crossValidateSong,
  trainSong,
  type SongRun,
} from '../../src-core/training/song/cross-validate-song.ts';
import { createSongListener } from '../../src-core/training/song/song-curve.ts';
import { describeExcerpts, withoutHead } from '../../src-core/training/song/song-excerpt.ts';
import { SEGUE_SONG_RECIPE, type SongRecipe } from '../../src-core/training/song/song-recipe.ts';
import { randomNetwork } from '../emotion/networks.ts';
import { largestDifference } from '../emotion/random.ts';
import { syntheticExcerpts } from './synthetic.ts';

const TINY: SongRecipe = {
  ...SEGUE_SONG_RECIPE,
  units: [8],
  members: 1,
  epochs: 30,
  gainsDb: [0],
  batchExcerpts: 8,
  lengths: [4, 8],
  dropout: 0,
};

const HEARING: TrainedClipNetwork = {
  network: randomNetwork({
    inputs: 128,
    steps: 44,
    units: [4],
    returnSequences: true,
    outputs: [2],
    scale: 0.1,
  }),
  normalisation: {
    kind: 'per-band',
    mean: new Array<number>(128).fill(-20),
    standardDeviation: new Array<number>(128).fill(10),
  },
  pooling: 'mean',
};

const excerpts = syntheticExcerpts(40, 1);

function run(seed: number): SongRun {
  return {
    recipe: TINY,
    seed,
    hints: new Map(),
    checkpointOf: () => Promise.resolve(memoryCheckpoint()),
    progress: silentProgress,
  };
}

describe('training a song network', () => {
  it('gives the same weights for the same seed and others for another', async () => {
    const described = describeExcerpts(excerpts, HEARING, new Map(), TINY, () => TINY.gainsDb);
    const weights = async (seed: number): Promise<Float32Array> =>
      (await trainSong('test', described, run(seed))).network.layers[0].kernel;
    const first = await weights(1);
    expect(await weights(1)).toEqual(first);
    expect(await weights(2)).not.toEqual(first);
    expect(first.every(Number.isFinite)).toBe(true);
  });

  it('learns what there is to learn, on artists it never heard', async () => {
    const heardBy = new Array<TrainedClipNetwork>(5).fill(HEARING);
    const { answers, curves } = await crossValidateSong(excerpts, heardBy, run(1));
    expect(answers).toHaveLength(excerpts.length);
    expect(curves.map(({ length }) => length)).toEqual(excerpts.map(({ levels }) => 2 * clipCount(levels)));
    const { arousal, valence } = ratedRow(answers, 'musifeast');
    expect(arousal.r2).toBeGreaterThan(0.6);
    expect(valence.r2).toBeGreaterThan(0.1);
  });

  it('is scored on the very curves that the app will show', async () => {
    const described = describeExcerpts(excerpts, HEARING, new Map(), TINY, () => TINY.gainsDb);
    const { network, normalisation } = await trainSong('test', described, run(1));
    const estimator = createCurveEstimator({
      version: 'test',
      heldOutError: { arousal: 0.2, valence: 0.2 },
      normalisation: { ...HEARING.normalisation, pooling: 'mean', context: 'song' },
      network: wasmEngine.clip(withoutHead(HEARING.network)),
      song: { network: wasmEngine.song(network), normalisation },
    });
    const { levels } = excerpts[3];
    for (let clip = 0; clip < clipCount(levels); clip++) {
      const own = levels.subarray(clip * 5632, (clip + 1) * 5632);
      estimator.push(Float32Array.from(own, (level) => 10 ** ((level * LEVEL_UNIT_DB) / 10)));
    }
    const { arousal } = estimator.finish();
    const pairs = createSongListener(network, normalisation)(described[3]);
    expect(
      largestDifference(
        arousal,
        pairs.filter((_, i) => i % 2 === 0),
      ),
    ).toBeLessThan(1e-4);
  });
});
