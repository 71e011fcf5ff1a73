import { fitStatisticsRidge, logMelStatistics } from '../baselines/log-mel-statistics.ts';
import { ALL_FOLDS } from '../data/folds.ts';
import type { HeldOutAnswer } from './excerpt-metrics.ts';
import { ratingScales, type TrainingExcerpt } from './training-excerpt.ts';

/** Held-out answers of the constant baseline: the mean rating of the other folds. */
export function constantAnswers(excerpts: readonly TrainingExcerpt[], dataset: string): HeldOutAnswer[] {
  return perFold(ratedOf(excerpts, dataset), (train) => {
    const { mean } = ratingScales(train).get(dataset)!;
    return () => mean;
  });
}

/** Held-out answers of ridge regression on log-mel statistics of whole excerpts. */
export function statisticsAnswers(excerpts: readonly TrainingExcerpt[], dataset: string): HeldOutAnswer[] {
  const rated = ratedOf(excerpts, dataset);
  const statistics = new Map(rated.map((item) => [item, logMelStatistics(item.levels)]));
  return perFold(rated, (train) => {
    const predict = fitStatisticsRidge(
      train.map((item) => statistics.get(item)!),
      train.map(({ excerpt: { rating } }) => [rating!.arousal, rating!.valence]),
    );
    return (item) => predict(statistics.get(item)!);
  });
}

function ratedOf(excerpts: readonly TrainingExcerpt[], dataset: string): TrainingExcerpt[] {
  return excerpts.filter(({ excerpt }) => excerpt.dataset === dataset && excerpt.rating !== null);
}

function perFold(
  excerpts: readonly TrainingExcerpt[],
  fitOn: (train: TrainingExcerpt[]) => (item: TrainingExcerpt) => readonly [number, number],
): HeldOutAnswer[] {
  return ALL_FOLDS.flatMap((fold) => {
    const test = excerpts.filter(({ excerpt }) => excerpt.fold === fold);
    if (test.length === 0) return [];
    const answer = fitOn(excerpts.filter(({ excerpt }) => excerpt.fold !== fold));
    return test.map((item): HeldOutAnswer => ({ excerpt: item.excerpt, answer: answer(item) }));
  });
}
