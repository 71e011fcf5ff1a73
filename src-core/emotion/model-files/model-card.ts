import * as v from 'valibot';
import { readModelJson } from './read-json.ts';

/** The part of `card.json` that the product reads; the rest is for people. */
export interface ModelCard {
  /**
   * Root mean square error on songs or artists that were held out of training, in units of the axes, which span
   * [-1, 1]. For a sequence model: over all steps of its forecast.
   */
  readonly heldOutError: { readonly arousal: number; readonly valence: number };
}

const error = v.pipe(v.number(), v.gtValue(0), v.maxValue(2));

const schema: v.GenericSchema<unknown, ModelCard> = v.object({
  heldOutError: v.object({ arousal: error, valence: error }),
});

/**
 * Reads a model's card.
 * @throws SegueError `model-invalid` with the file's path where it is missing, damaged or out of range.
 */
export function readModelCard(directory: string | URL): Promise<ModelCard> {
  return readModelJson(directory, 'card.json', schema);
}
