import { clipTurns, listeningTurns } from '../clip/clip-turns.ts';
import { crossValidate, type ClipFindings } from '../clip/cross-validate.ts';
import { fitAhead } from '../run/fit-ahead.ts';
import type { TrainingOptions } from '../run/training-options.ts';

/** The cross-validation of the clip model's training, its fits shared among threads. */
export async function crossValidateClipModel(options: TrainingOptions): Promise<ClipFindings> {
  await fitAhead(listeningTurns(options), options);
  await fitAhead(clipTurns(options, false), options);
  return crossValidate(options);
}
