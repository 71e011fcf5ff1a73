import type { SongCrossValidation } from '../song/cross-validate-song.ts';
import { calibrate } from '../song/uncertainty.ts';
import { saveHeardCurves } from './heard-curves.ts';

/** Keeps what a cross-validation's models heard, each value's deviation calibrated by the errors of the other folds. */
export async function saveHeldOutCurves(
  crossValidation: SongCrossValidation,
  cacheFolder: string,
): Promise<void> {
  const { answers, curves, deviations, errors } = crossValidation;
  const folds = new Set(answers.map(({ excerpt }) => excerpt.fold));
  const scaleOf = new Map(
    Array.from(folds, (fold) => [fold, calibrate(errors.filter((error) => error.fold !== fold))]),
  );
  await saveHeardCurves(
    answers.map(({ excerpt }, i) => {
      const { arousal, valence } = scaleOf.get(excerpt.fold)!;
      return {
        song: excerpt.id,
        group: excerpt.group,
        fold: excerpt.fold,
        pairs: curves[i],
        deviations: deviations[i].map((value, at) => value * (at % 2 === 0 ? arousal : valence)),
      };
    }),
    cacheFolder,
  );
}
