import { interleave } from '../../contract/seam.ts';
import { APP_SCALE_DATASET } from '../clip/app-scale.ts';
import { meanAbsoluteStep, type TrainedClipNetwork } from '../clip/cross-validate-clip.ts';
import type { HeldOutAnswer } from '../clip/excerpt-metrics.ts';
import { ratingScales, type TrainingExcerpt } from '../clip/training-excerpt.ts';
import { mean } from '../metrics/regression.ts';
import type { FitHistory } from '../run/fit.ts';
import { createSongListener } from './song-curve.ts';
import { describeExcerpts } from './song-excerpt.ts';
import { heldOutOffsets, lowered, settledErrors, type Offsets } from './held-out-offsets.ts';
import { fromScale, onScale } from './song-scales.ts';
import { trainSong, type SongRun } from './train-song.ts';
import type { HeldOutError } from './uncertainty.ts';

export interface SongCrossValidation {
  /** Answers for held-out excerpts, on the scale of their own data set (unrated sets: on the app's). */
  readonly answers: HeldOutAnswer[];
  /** The same with each fold's told lower by the other folds' {@link heldOutOffsets}. */
  readonly settled: HeldOutAnswer[];
  /** By which the answers of a model trained on all folds are to be told lower. */
  readonly offsets: Offsets;
  /** How far the settled ones for rated excerpts are off, and how far the model thought they might be. */
  readonly errors: HeldOutError[];
  readonly meanAbsoluteStep: { readonly arousal: number; readonly valence: number };
  readonly histories: FitHistory[];
  /** Held-out curves on the app's scale, `[arousal, valence]` interleaved. */
  readonly curves: Float32Array[];
  /** Standard deviation that the model tells of each value of `curves`, not calibrated. */
  readonly deviations: Float32Array[];
}

/**
 * Trains on four folds and answers for the fifth, each time upon the clip network that was trained on the same four. The number of epochs is the recipe's: nothing looks at the fifth.
 * @param heardBy the clip network of each fold
 */
export async function crossValidateSong(
  excerpts: readonly TrainingExcerpt[],
  heardBy: ReadonlyMap<number, TrainedClipNetwork>,
  run: SongRun,
): Promise<SongCrossValidation> {
  const answers: HeldOutAnswer[] = [];
  const errors: HeldOutError[] = [];
  const onLowered: ((offsets: Offsets) => HeldOutAnswer)[] = [];
  const curves: Float32Array[] = [];
  const deviations: Float32Array[] = [];
  const histories: FitHistory[] = [];
  for (const [fold, hearing] of heardBy) {
    const isTest = ({ excerpt }: { excerpt: { fold: number } }): boolean => excerpt.fold === fold;
    const described = describeExcerpts(excerpts, hearing, run.statistics, run.hints);
    const train = described.filter((item) => !isTest(item));
    const { networks, normalisation, history } = await trainSong(`fold ${fold}`, train, run);
    histories.push(history);
    const ratings = ratingScales(train);
    const appScale = ratings.get(APP_SCALE_DATASET)!;
    const listen = createSongListener(networks, normalisation);
    for (const item of described.filter(isTest)) {
      const { arousal, valence, uncertainty } = listen(item);
      const ownScale = ratings.get(item.excerpt.dataset) ?? appScale;
      const relative = onScale([mean([...arousal]), mean([...valence])], appScale);
      const answer = fromScale(relative, ownScale);
      answers.push({ excerpt: item.excerpt, answer });
      onLowered.push((offsets) => ({
        excerpt: item.excerpt,
        answer: fromScale(relative, lowered(ownScale, offsets.get(item.excerpt.dataset), appScale)),
      }));
      curves.push(interleave({ arousal, valence }));
      deviations.push(interleave(uncertainty));
      const { rating, dataset } = item.excerpt;
      if (rating === null) continue;
      const truth = fromScale(onScale([rating.arousal, rating.valence], ownScale), appScale);
      const said = fromScale(relative, appScale);
      errors.push({
        dataset,
        fold,
        arousal: { error: said[0] - truth[0], expected: mean([...uncertainty.arousal]) },
        valence: { error: said[1] - truth[1], expected: mean([...uncertainty.valence]) },
      });
    }
  }
  return {
    answers,
    settled: answers.map(({ excerpt }, i) => onLowered[i](heldOutOffsets(errors, excerpt.fold))),
    offsets: heldOutOffsets(errors),
    errors: settledErrors(errors),
    curves,
    deviations,
    histories,
    meanAbsoluteStep: meanAbsoluteStep(curves),
  };
}
