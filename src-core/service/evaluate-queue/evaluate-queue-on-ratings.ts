import { dirname } from 'node:path';
import { HOP_SECONDS } from '../../contract/analysis.ts';
import { evaluateQueue, type QueueEvaluation } from '../../queue/evaluate/evaluate-queue.ts';
import { buildRatedLibrary } from '../../queue/evaluate/rated-library.ts';
import { USUAL_AMOUNT } from '../../queue/evaluate/score-policy.ts';
import { curveLevel } from '../../queue/curve-level.ts';
import { loadForecaster } from '../load-forecaster.ts';
import { HELD_OUT_CURVES, readHeldOutCurves } from './held-out-curves.ts';
import { listenTo } from './listen.ts';
import { readLabels } from './read-labels.ts';

export type { QueueEvaluation } from '../../queue/evaluate/evaluate-queue.ts';
export type { PolicyScore } from '../../queue/evaluate/score-policy.ts';

export interface EvaluationRequest {
  readonly labelsPath: string;
  /** Folder that the table's `file` column is relative to; undefined: the table's own. */
  readonly audioFolder?: string;
  /** The one of the table's datasets that counts; undefined: all. */
  readonly dataset?: string;
  readonly seeds: number;
  /** Told in a line what is being done. */
  readonly onStage: (line: string) => void;
}

export interface RatedEvaluation extends QueueEvaluation {
  readonly tracks: number;
  readonly seeds: number;
  /** 'held-out': heard by models that had not learnt from the track's artist. 'shipped': heard by the shipped model. */
  readonly curves: 'held-out' | 'shipped';
}

/**
 * Plays queues over tracks that people have rated and scores them on these ratings.
 *
 * @throws {SegueError} as {@link readLabels} and {@link listenTo}
 */
export async function evaluateQueueOnRatings(request: EvaluationRequest): Promise<RatedEvaluation> {
  const { labelsPath, audioFolder = dirname(labelsPath), dataset, seeds, onStage } = request;
  const labels = await readLabels(labelsPath, dataset);
  const forecaster = await loadForecaster(onStage);
  const heldOut = await readHeldOutCurves(labels, HELD_OUT_CURVES);
  let heard = 0;
  const tellHeard = (): void => {
    if (++heard % 50 === 0) onStage(`heard ${heard} of ${labels.length} tracks`);
  };
  const tracks = heldOut ?? (await listenTo(labels, audioFolder, tellHeard));
  const library = buildRatedLibrary(
    labels.map(({ id, group, genre, rating }, i) => ({
      id,
      artist: group,
      genre,
      rating,
      curve: tracks[i].curve,
      sound: tracks[i].sound,
      durationSeconds: tracks[i].curve.arousal.length * HOP_SECONDS,
      uncertainty: tracks[i].deviations === null ? null : curveLevel(tracks[i].deviations),
    })),
    forecaster.usualError,
    forecaster.continuationOf,
  );
  const evaluation = evaluateQueue(library, { ...USUAL_AMOUNT, seeds }, (name) =>
    onStage(`playing: ${name}`),
  );
  return {
    tracks: labels.length,
    seeds,
    curves: heldOut === null ? 'shipped' : 'held-out',
    ...evaluation,
  };
}
