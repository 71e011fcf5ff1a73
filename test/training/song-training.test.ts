import { describe, expect, it } from 'vitest';
import { MEL_BANDS, MEL_SIZE } from '../../src-core/audio/constants.ts';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import { HEARD_BANDS, LEVELS_SIZE } from '../../src-core/emotion/hearing/audible-levels.ts';
import type { TrainedClipNetwork } from '../../src-core/training/clip/cross-validate-clip.ts';
import { ratedRow } from '../../src-core/training/clip/excerpt-metrics.ts';
import { LEVEL_UNIT_DB } from '../../src-core/training/clip/mel-cache.ts';
import { silentProgress } from '../../src-core/training/run/progress.ts';
import { crossValidateSong } from '../../src-core/training/song/cross-validate-song.ts';
import { createSongListener } from '../../src-core/training/song/song-curve.ts';
import {
  describeExcerpts,
  excerptStatistics,
  withoutHead,
} from '../../src-core/training/song/song-excerpt.ts';
import { SEGUE_SONG_RECIPE, type SongRecipe } from '../../src-core/training/song/song-recipe.ts';
import { trainSong, type SongRun } from '../../src-core/training/song/train-song.ts';
import { randomNetwork } from '../emotion/networks.ts';
import { largestDifference } from '../emotion/random.ts';
import { syntheticExcerpts } from './synthetic.ts';
import { noCheckpoint } from './no-checkpoint.ts';

const TINY: SongRecipe = {
  ...SEGUE_SONG_RECIPE,
  units: 8,
  members: 1,
  epochs: 30,
  batchExcerpts: 8,
  lengths: [4, 8],
  dropout: 0,
};

const HEARING: TrainedClipNetwork = {
  network: randomNetwork({
    inputs: HEARD_BANDS,
    steps: 44,
    units: [4],
    returnSequences: true,
    outputs: [2],
    scale: 0.1,
  }),
  normalisation: {
    kind: 'audible',
    mean: new Array<number>(HEARD_BANDS).fill(-20),
    standardDeviation: new Array<number>(HEARD_BANDS).fill(10),
  },
  pooling: 'mean',
};

const excerpts = syntheticExcerpts(40, 1);
const statistics = excerptStatistics(excerpts);

function run(seed: number): SongRun {
  return {
    recipe: TINY,
    landmarks: { landmarks: 12, clips: 4, share: 0.5 },
    seed,
    statistics,
    hints: new Map(),
    checkpointOf: () => Promise.resolve(noCheckpoint()),
    progress: silentProgress,
  };
}

describe('training a song network', () => {
  it('gives the same weights for the same seed and others for another', async () => {
    const described = describeExcerpts(excerpts, HEARING, statistics, new Map());
    const weights = async (seed: number): Promise<Float32Array> =>
      (await trainSong('test', described, run(seed))).networks.backward.layers[0].kernel;
    const first = await weights(1);
    expect(await weights(1)).toEqual(first);
    expect(await weights(2)).not.toEqual(first);
    expect(first.every(Number.isFinite)).toBe(true);
  });

  it('learns what there is to learn, on artists it never heard', async () => {
    const heardBy = new Map([0, 1, 2, 3, 4].map((fold) => [fold, HEARING] as const));
    const { answers, curves } = await crossValidateSong(excerpts, heardBy, run(1));
    expect(answers).toHaveLength(excerpts.length);
    expect(curves.map(({ length }) => length)).toEqual(excerpts.map(({ clips }) => 2 * clips));
    const { arousal, valence } = ratedRow(answers, 'musifeast');
    expect(arousal.r2).toBeGreaterThan(0.6);
    expect(valence.r2).toBeGreaterThan(0.1);
  });

  it('is scored on the very curves that the app will show', async () => {
    const described = describeExcerpts(excerpts, HEARING, statistics, new Map());
    const { networks, normalisation } = await trainSong('test', described, run(1));
    const { clips, levels } = excerpts[3];
    const forward = wasmEngine.song(networks.forward);
    const backward = wasmEngine.song(networks.backward);
    const landmarks = wasmEngine.song(networks.landmarks);
    const estimator = createCurveEstimator({
      version: 'test',
      heldOutError: { arousal: 0.2, valence: 0.2 },
      normalisation: { ...HEARING.normalisation, pooling: 'mean', context: 'song' },
      network: wasmEngine.clip(withoutHead(HEARING.network)),
      song: { forward, backward, landmarks, normalisation },
    });
    for (let clip = 0; clip < clips; clip++) {
      const own = levels.subarray(clip * LEVELS_SIZE, (clip + 1) * LEVELS_SIZE);
      estimator.push(melOf(own));
    }
    const heard = estimator.finish();
    const scored = createSongListener(networks, normalisation)(described[3]);
    expect(largestDifference(heard.arousal, scored.arousal)).toBeLessThan(1e-4);
    expect(largestDifference(heard.uncertainty!.valence, scored.uncertainty.valence)).toBeLessThan(1e-4);
  });
});

/** Mel power that has these audible levels: pairs of bands alike; the synthetic music hides nothing. */
function melOf(levels: Int16Array): Float32Array {
  const mel = new Float32Array(MEL_SIZE);
  for (let i = 0; i < levels.length; i++) {
    const power = 10 ** ((levels[i] * LEVEL_UNIT_DB) / 10);
    const at = Math.floor(i / HEARD_BANDS) * MEL_BANDS + 2 * (i % HEARD_BANDS);
    mel[at] = power;
    mel[at + 1] = power;
  }
  return mel;
}
