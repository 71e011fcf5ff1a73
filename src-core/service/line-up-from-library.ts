import type { LineUp } from '../contract/queue.ts';
import { chooseEngine } from '../emotion/engines/choose-engine.ts';
import { forecast } from '../emotion/forecast.ts';
import { readModelCard } from '../emotion/model-files/model-card.ts';
import { loadSequenceModel, shippedModel } from '../emotion/models.ts';
import { trustFromErrors } from '../queue/trust.ts';
import { lineUpFrom, type Forecaster, type LineUpOptions } from './line-up-from.ts';
import { readingLibrary } from './read-library.ts';

/**
 * Lines up what should play after a track of a library, with the models that come with Segue.
 *
 * @param dbPath undefined for the platform's own library
 * @param fromPath the track that is playing
 * @param options `onNotice` is told in a line where something is not as wished but nothing failed
 * @throws {SegueError} 'not-found' where there is no library, 'not-indexed', 'no-curve', 'model-invalid'
 */
export async function lineUpFromLibrary(
  dbPath: string | undefined,
  fromPath: string,
  options: LineUpOptions & { readonly onNotice: (line: string) => void },
): Promise<LineUp> {
  const forecaster = await loadForecaster(options.onNotice);
  return readingLibrary(dbPath, (db) => lineUpFrom(db, forecaster, fromPath, options));
}

/** The shipped sequence model, and how far the shipped clip model's axes can be trusted. */
async function loadForecaster(onNotice: (line: string) => void): Promise<Forecaster> {
  const { engine, notice } = await chooseEngine(process.env.SEGUE_ENGINE);
  if (notice !== null) onNotice(notice);
  const model = await loadSequenceModel(shippedModel('sequence'), engine);
  const trust = trustFromErrors((await readModelCard(shippedModel('clip'))).heldOutError);
  return { continuationOf: (closing) => forecast(model, closing), trust };
}
