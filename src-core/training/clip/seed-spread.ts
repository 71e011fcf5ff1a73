import { standardDeviation } from '../metrics/regression.ts';
import { middleOf, quadrantRow, ratedRow, type HeldOutAnswer } from './excerpt-metrics.ts';
import type { TrainingExcerpt } from './training-excerpt.ts';

/** How far chance alone moves the metrics: their standard deviation over seeds, all else the same. */
export interface SeedSpread {
  readonly seeds: readonly number[];
  readonly fold: number;
  readonly rated: readonly {
    readonly dataset: string;
    readonly arousalR2: number;
    readonly valenceR2: number;
  }[];
  readonly quadrants: {
    readonly arousal: number;
    readonly valence: number;
    readonly quadrant: number;
  } | null;
}

/** @param answersBySeed answers for one and the same fold by models of each seed */
export function seedSpread(
  answersBySeed: ReadonlyMap<number, readonly HeldOutAnswer[]>,
  fold: number,
  excerpts: readonly TrainingExcerpt[],
): SeedSpread {
  const runs = [...answersBySeed.values()];
  const datasets = [
    ...new Set(runs[0].flatMap(({ excerpt }) => (excerpt.rating === null ? [] : [excerpt.dataset]))),
  ];
  const spread = (values: readonly number[]): number => standardDeviation(values);
  const quadrants = runs.flatMap((answers) => quadrantRow(answers, '4q', middleOf(excerpts)) ?? []);
  return {
    seeds: [...answersBySeed.keys()],
    fold,
    rated: datasets.map((dataset) => {
      const rows = runs.map((answers) => ratedRow(answers, dataset));
      return {
        dataset,
        arousalR2: spread(rows.map(({ arousal }) => arousal.r2)),
        valenceR2: spread(rows.map(({ valence }) => valence.r2)),
      };
    }),
    quadrants:
      quadrants.length < runs.length
        ? null
        : {
            arousal: spread(quadrants.map(({ arousal }) => arousal)),
            valence: spread(quadrants.map(({ valence }) => valence)),
            quadrant: spread(quadrants.map(({ quadrant }) => quadrant)),
          },
  };
}
