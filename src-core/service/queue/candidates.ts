import type { ReadableDB } from '../../database/handle.ts';
import { listPresentIds, meanDuration } from '../../database/track-lists.ts';
import type { Openings } from '../../queue/openings.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';

/** Everything about the library that picking needs, in memory. */
export interface Candidates {
  readonly openings: Openings;
  /** Rows of the openings with the same number hold the same recording. */
  readonly recordings: Int32Array;
  /** Mean of each row's whole curve, arousal and valence interleaved. */
  readonly means: Float32Array;
  /** Row of the openings for each track that has one. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Every track that is there, with or without a curve. */
  readonly presentIds: Int32Array;
  /** How long they are on average; null where none has been measured. */
  readonly meanTrackSeconds: number | null;
}

export function loadCandidates(db: ReadableDB, { openings, facts, means }: PlanLibrary): Candidates {
  return {
    openings,
    recordings: facts.recordings,
    means,
    rowOf: new Map(Array.from(openings.trackIds, (id, row) => [id, row])),
    presentIds: listPresentIds(db),
    meanTrackSeconds: meanDuration(db),
  };
}
