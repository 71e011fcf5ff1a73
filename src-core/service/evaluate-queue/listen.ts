import { resolve } from 'node:path';
import { SegueError, toSegueError } from '../../contract/errors.ts';
import { AnalysisPool } from '../../library/analysis-pool.ts';
import type { HeardTrack } from './heard-track.ts';
import type { Label } from './read-labels.ts';

/**
 * What the shipped model hears in the audio of each label.
 *
 * @param onHeard told after each file
 * @throws {SegueError} of the first file that cannot be heard
 */
export async function listenTo(
  labels: readonly Label[],
  audioFolder: string,
  onHeard: () => void,
): Promise<HeardTrack[]> {
  const pool = new AnalysisPool({});
  try {
    return await Promise.all(
      labels.map(async ({ file }) => {
        const path = resolve(audioFolder, file);
        const {
          curve,
          uncertainty,
          sound = null,
        } = await pool.analyse(path).catch((error: unknown) => {
          const { code, message } = toSegueError(error, 'internal', path);
          throw new SegueError(code, `"${path}" could not be heard: ${message}`, { path, cause: error });
        });
        onHeard();
        return { curve, deviations: uncertainty, sound };
      }),
    );
  } finally {
    await pool.close();
  }
}
