import { CLIP_STATISTICS_SIZE } from '../../emotion/hearing/clip-statistics.ts';
import { SURROUNDINGS_SIZE } from '../../emotion/song/surroundings.ts';
import { createRidgeSums, solveRidge } from '../baselines/ridge.ts';
import { mean } from '../metrics/regression.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import { kernelLabelOf, LAMBDA, SHARPNESS } from './kernel-labels.ts';
import { kernelOf } from './landmark-network.ts';
import type { SongScales } from './song-scales.ts';

interface Known {
  readonly features: Float64Array;
  /** Arousal without its share of loudness, in standard deviations. */
  readonly arousal: number;
  readonly doubt: number;
}

/**
 * What kernel ridge regression (Saunders, Gammerman & Vovk 1998) says of the arousal of excerpts that it was not fitted
 * on, without its share of loudness, in standard deviations of the ratings. It hears the mean and the deviation of each
 * of the clips' statistics and judges arousal more steadily than a network does; networks that are asked to agree with
 * it as well (Hinton, Vinyals & Dean 2015) learn of excerpts that nobody rated, too. In valence it is the worse judge.
 * @param train excerpts of the training folds; each is answered by what was fitted on the others' folds
 */
export function kernelTargets(
  train: readonly SongExcerpt[],
  scales: SongScales,
  arousalPerDb: number,
): Map<SongExcerpt, number> {
  const features = standardised(train.map(featuresOf));
  const loudness = train.map(({ levels }) => arousalPerDb * (mean(levels) - scales.levelDb));
  const targets = new Map<SongExcerpt, number>();
  for (const fold of new Set(train.map(({ excerpt }) => excerpt.fold))) {
    const known = train.flatMap((item, i): Known[] => {
      const label = item.excerpt.fold === fold ? null : kernelLabelOf(item, scales);
      return label === null
        ? []
        : [{ arousal: label.pair[0] - loudness[i], doubt: label.doubt, features: features[i] }];
    });
    const answer = fitKernel(known);
    train.forEach((item, i) => {
      if (item.excerpt.fold === fold) targets.set(item, answer(features[i]));
    });
  }
  return targets;
}

function fitKernel(known: readonly Known[]): (features: Float64Array) => number {
  const sums = createRidgeSums(known.length, 1);
  known.forEach(({ features, arousal, doubt }, i) => {
    for (let j = 0; j <= i; j++)
      sums.gram[i * known.length + j] = kernelOf(features, known[j].features, SHARPNESS);
    sums.gram[i * known.length + i] += doubt;
    sums.cross[i] = arousal;
  });
  const weights = solveRidge(sums, LAMBDA);
  return (features) =>
    known.reduce((sum, other, i) => sum + weights[i] * kernelOf(features, other.features, SHARPNESS), 0);
}

/** Mean and standard deviation of each statistic over an excerpt's clips. */
function featuresOf({ descriptions, clips, inputs }: SongExcerpt): Float64Array {
  const features = new Float64Array(SURROUNDINGS_SIZE);
  for (let i = 0; i < CLIP_STATISTICS_SIZE; i++) {
    const values = Array.from(
      { length: clips },
      (_, clip) => descriptions[(clip + 1) * inputs - CLIP_STATISTICS_SIZE + i],
    );
    const centre = mean(values);
    features[i] = centre;
    features[CLIP_STATISTICS_SIZE + i] = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  }
  return features;
}

/** Rows with every column brought to mean 0 and deviation 1, in place. */
function standardised(rows: Float64Array[]): Float64Array[] {
  for (let i = 0; i < SURROUNDINGS_SIZE; i++) {
    const column = rows.map((row) => row[i]);
    const centre = mean(column);
    const deviation = Math.sqrt(mean(column.map((value) => (value - centre) ** 2))) || 1;
    for (const row of rows) row[i] = (row[i] - centre) / deviation;
  }
  return rows;
}
