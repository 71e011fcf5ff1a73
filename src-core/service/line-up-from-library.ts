import type { LineUp } from '../contract/queue.ts';
import { lineUpFrom, type LineUpOptions } from './line-up-from.ts';
import { loadForecaster } from './load-forecaster.ts';
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
