import { mean, standardDeviation } from '../metrics/regression.ts';
import { ratingScales, scaleOf, type Scale } from '../clip/training-excerpt.ts';
import type { SongExcerpt } from './song-excerpt.ts';

/** What turns descriptions and labels into a song network's input and targets; fitted on the training part alone. */
export interface SongScales {
  readonly input: { readonly mean: readonly number[]; readonly standardDeviation: readonly number[] };
  /** Mean of how loud the clips are, dB. */
  readonly levelDb: number;
  readonly ratings: ReadonlyMap<string, Scale>;
  readonly teacher: Scale;
  /** What the teacher's components are divided by: half the deviation of the first, so that their order of size stays. */
  readonly hintDivisor: number;
}

/** Smallest spread of an input that is divided by. */
const SMALLEST_DEVIATION = 1e-4;

export function songScales(train: readonly SongExcerpt[]): SongScales {
  const teachers = train.flatMap(({ teacher }) => (teacher === null ? [] : [teacher]));
  const firsts = train.flatMap(({ hint }) => (hint === null ? [] : [hint[0]]));
  return {
    input: inputScale(train),
    levelDb: mean(train.map(({ levels }) => mean(levels))),
    ratings: ratingScales(train),
    teacher: scaleOf(
      teachers.map(([arousal]) => arousal),
      teachers.map(([, valence]) => valence),
    ),
    hintDivisor: 0.5 * (standardDeviation(firsts) || 1),
  };
}

function inputScale(train: readonly SongExcerpt[]): SongScales['input'] {
  const { inputs } = train[0];
  const sum = new Float64Array(inputs);
  const squares = new Float64Array(inputs);
  let count = 0;
  for (const { descriptions, clips } of train) {
    descriptions.forEach((value, i) => {
      sum[i % inputs] += value;
      squares[i % inputs] += value * value;
    });
    count += clips;
  }
  return {
    mean: Array.from(sum, (total) => total / count),
    standardDeviation: Array.from(squares, (total, i) =>
      Math.max(SMALLEST_DEVIATION, Math.sqrt(Math.max(0, total / count - (sum[i] / count) ** 2))),
    ),
  };
}

/** A pair in standard deviations from its scale's mean. */
export function onScale(
  pair: readonly [number, number],
  { mean, standardDeviation: spread }: Scale,
): [number, number] {
  return [(pair[0] - mean[0]) / spread[0], (pair[1] - mean[1]) / spread[1]];
}

/** What {@link onScale} undoes. */
export function fromScale(
  pair: readonly [number, number],
  { mean, standardDeviation: spread }: Scale,
): [number, number] {
  return [pair[0] * spread[0] + mean[0], pair[1] * spread[1] + mean[1]];
}
