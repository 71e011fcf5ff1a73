import type { RecurrentNetwork } from '../network.ts';
import type { ClipNormalisation, SequenceNormalisation } from './normalisation-types.ts';

/** What goes beside the weights. `card` must at least hold what `readModelCard` reads. */
export interface ModelExtras {
  readonly normalisation: ClipNormalisation | SequenceNormalisation;
  readonly card: { readonly heldOutError: { readonly arousal: number; readonly valence: number } };
}

/**
 * Writes `model.json` and `weights.bin` (TensorFlow.js LayersModel of InputLayer, LSTM and Dense layers),
 * `normalisation.json` and `card.json` into `directory`, which is created where it is missing. Files are written
 * under a temporary name and moved into place, `model.json` last.
 * @param name the model's name inside `model.json`, such as `clip`.
 * @returns the model version: the first 16 hexadecimal digits of the SHA-256 of `weights.bin`.
 */
export async function writeModel(
  directory: string,
  name: string,
  network: RecurrentNetwork,
  extras: ModelExtras,
): Promise<{ readonly modelVersion: string }> {
  await Promise.resolve();
  throw new Error(`not there yet: ${directory} ${name} ${network.inputs} ${extras.normalisation.toString()}`);
}
