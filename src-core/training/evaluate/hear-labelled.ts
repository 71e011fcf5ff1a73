import { join } from 'node:path';
import { analyseFile } from '../../audio/analyse-file.ts';
import { toSegueError, type ErrorReport } from '../../contract/errors.ts';
import { createCurveEstimator } from '../../emotion/estimate-curve.ts';
import type { ClipModel } from '../../emotion/models.ts';
import type { Excerpt } from '../data/clips-csv.ts';
import { mean } from '../metrics/regression.ts';
import type { Progress } from '../run/progress.ts';
import type { HeardExcerpt } from './score-labelled.ts';

/**
 * Hears labelled excerpts with a model, one after the other. A file that cannot be heard does not stop the others.
 * @param audioFolder what the excerpts' files are relative to
 */
export async function hearLabelled(
  excerpts: readonly Excerpt[],
  audioFolder: string,
  model: ClipModel,
  progress: Progress,
): Promise<{ heard: HeardExcerpt[]; failures: ErrorReport[] }> {
  const heard: HeardExcerpt[] = [];
  const failures: ErrorReport[] = [];
  progress.stage('Listening', excerpts.length);
  for (const excerpt of excerpts) {
    const path = join(audioFolder, excerpt.file);
    const estimator = createCurveEstimator(model);
    try {
      await analyseFile(path, (mel) => estimator.push(mel));
      const { arousal, valence } = estimator.finish();
      heard.push({ excerpt, heard: { arousal: mean(arousal), valence: mean(valence) } });
    } catch (error) {
      failures.push(toSegueError(error, 'read-failed', path).toReport());
    }
    progress.step(heard.length + failures.length);
  }
  progress.end();
  return { heard, failures };
}
