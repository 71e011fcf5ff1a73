import { CLIP_STATISTICS_SIZE } from '../../emotion/hearing/clip-statistics.ts';
import { standardiseRows } from '../../emotion/hearing/standardise-rows.ts';
import type { SurroundingsNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import {
  createSlidingStatistics,
  landmarkInput,
  SURROUNDINGS_SIZE,
} from '../../emotion/song/surroundings.ts';
import { addRidgeRow, createRidgeSums, solveRidge } from '../baselines/ridge.ts';
import { APP_SCALE_DATASET } from '../clip/app-scale.ts';
import { mean, standardDeviation } from '../metrics/regression.ts';
import { createRandom } from '../run/random.ts';
import { kernelLabelOf, LAMBDA, SHARPNESS, type KernelLabel } from './kernel-labels.ts';
import { kernelOf, landmarkNetwork, onGrid } from './landmark-network.ts';
import type { LandmarkRecipe } from './landmark-recipe.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import type { SongScales } from './song-scales.ts';

export interface FittedLandmarks {
  readonly network: RecurrentNetwork;
  readonly surroundings: SurroundingsNormalisation;
}

/** Keeps landmarks that lie on one another apart. */
const JITTER = 1e-6;
const SMALLEST_DEVIATION = 1e-4;

/**
 * Kernel ridge regression from what an excerpt is like as a whole to arousal, without its share of loudness, and valence:
 * at landmarks drawn at random from the excerpts that people judged, fitted to all of these (the Nyström method, Williams
 * & Seeger 2001, as the subset of regressors).
 * @param random names the stream that landmarks are drawn from
 */
export function fitLandmarks(
  train: readonly SongExcerpt[],
  scales: SongScales,
  { recipe, arousalPerDb, random }: { recipe: LandmarkRecipe; arousalPerDb: number; random: string },
): FittedLandmarks {
  const descriptions = train.map((item) => describe(item, scales));
  const surroundings = { clips: recipe.clips, share: recipe.share, ...scaleOf(descriptions) };
  const known = train.flatMap((item, i): (KernelLabel & { input: Float32Array })[] => {
    const label = kernelLabelOf(item, scales);
    if (label === null) return [];
    const loudness = arousalPerDb * (mean(item.levels) - scales.levelDb);
    const input = landmarkInput(descriptions[i], surroundings);
    return [{ ...label, pair: [label.pair[0] - loudness, label.pair[1]], input }];
  });
  const drawn = createRandom(0, random).shuffle(Uint32Array.from(known.keys())).subarray(0, recipe.landmarks);
  const landmarks = Array.from(drawn, (i) => onGrid(known[i].input.subarray(0, SURROUNDINGS_SIZE)));
  const sums = createRidgeSums(landmarks.length, 2);
  for (const { input, pair, doubt } of known) {
    const weight = 1 / Math.sqrt(LAMBDA + doubt);
    const row = landmarks.map((landmark) => weight * kernelOf(input, landmark, SHARPNESS));
    addRidgeRow(
      sums,
      row,
      pair.map((value) => weight * value),
    );
  }
  landmarks.forEach((one, i) => {
    for (let j = 0; j <= i; j++) {
      sums.gram[i * landmarks.length + j] += kernelOf(one, landmarks[j], SHARPNESS);
    }
  });
  const weights = solveRidge(sums, JITTER);
  const scale = scales.ratings.get(APP_SCALE_DATASET)!;
  return { network: landmarkNetwork(landmarks, weights, SHARPNESS, scale), surroundings };
}

/** What the whole of an excerpt is like. */
function describe({ descriptions, clips, inputs }: SongExcerpt, scales: SongScales): Float32Array {
  const rows = descriptions.slice();
  standardiseRows(rows, scales.input);
  const statistics = createSlidingStatistics();
  for (let clip = 1; clip <= clips; clip++) {
    statistics.add(rows.subarray(clip * inputs - CLIP_STATISTICS_SIZE, clip * inputs));
  }
  return statistics.describe();
}

function scaleOf(
  descriptions: readonly Float32Array[],
): Pick<SurroundingsNormalisation, 'mean' | 'standardDeviation'> {
  const columns = Array.from({ length: SURROUNDINGS_SIZE }, (_, i) =>
    descriptions.map((description) => description[i]),
  );
  return {
    mean: columns.map(mean),
    standardDeviation: columns.map((column) => Math.max(SMALLEST_DEVIATION, standardDeviation(column))),
  };
}
