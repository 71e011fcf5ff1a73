import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Curve } from '../../contract/analysis.ts';
import { systemCodeOf, toSegueError } from '../../contract/errors.ts';
import { separate } from '../../contract/seam.ts';

/** A curve that a clip model heard in an excerpt by an artist it was not trained on. */
export interface HeardCurve {
  readonly song: string;
  readonly group: string;
  readonly fold: number;
  /** `[arousal, valence]` interleaved. */
  readonly pairs: Float32Array;
  /** Standard deviation that the model tells of each value of `pairs`, calibrated on the artists of other folds. */
  readonly deviations: Float32Array;
}

/** Keeps the held-out curves of a cross-validation for the sequence model, which is fed such curves in the app. */
export async function saveHeardCurves(curves: readonly HeardCurve[], cacheFolder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const path = pathOf(cacheFolder);
  await writeFile(`${path}.partial`, serialize(curves));
  await rename(`${path}.partial`, path);
}

export function hasHeardCurves(cacheFolder: string): boolean {
  return existsSync(pathOf(cacheFolder));
}

/** @returns the kept curves; none where no clip model was cross-validated yet. */
export async function loadHeardCurves(cacheFolder: string): Promise<(HeardCurve & Curve)[]> {
  const path = pathOf(cacheFolder);
  try {
    return (deserialize(await readFile(path)) as HeardCurve[]).map((curve) => ({
      ...curve,
      ...separate(curve.pairs),
    }));
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw toSegueError(error, 'read-failed', path);
  }
}

function pathOf(cacheFolder: string): string {
  return join(cacheFolder, 'heard-curves.bin');
}
