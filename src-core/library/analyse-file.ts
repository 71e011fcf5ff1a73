import { analyseFile as analyseSound } from '../audio/analyse-file.ts';
import type { TrackAnalysis } from '../contract/analysis.ts';
import { holdOutside, musicSpan } from '../contract/seam.ts';
import { createCurveEstimator } from '../emotion/estimate-curve.ts';
import type { ClipModel } from '../emotion/models.ts';

/**
 * Decodes a file, measures it and estimates its curve, all in one pass: memory stays flat however long the file is.
 *
 * @throws {SegueError} for a file that cannot be read ('not-found', 'permission-denied', 'not-a-file', 'read-failed',
 *   'changed-while-reading') or heard ('empty-file', 'not-audio', 'unsupported-format', 'corrupt-audio', 'too-short')
 */
export async function analyseFile(path: string, model: ClipModel): Promise<TrackAnalysis> {
  const estimator = createCurveEstimator(model);
  const summary = await analyseSound(path, (mel) => estimator.push(mel));
  const { uncertainty, ...heard } = estimator.finish();
  // That music dies away is no change of how it feels.
  const curve = holdOutside(heard, musicSpan(heard.arousal.length, summary));
  return { ...summary, curve, uncertainty, modelVersion: model.version };
}
