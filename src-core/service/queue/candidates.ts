import type { ReadableDB } from '../../database/handle.ts';
import { loadRecordings } from '../../database/recordings.ts';
import { loadOpenings, type SeamBlock } from '../../database/seams.ts';
import { listPresentIds } from '../../database/track-lists.ts';

/** Everything about the library that picking needs, in memory. */
export interface Candidates {
  readonly openings: SeamBlock;
  /** Rows of the openings with the same number hold the same recording. */
  readonly recordings: Int32Array;
  /** Row of the openings for each track that has one. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Every track that is there, with or without a curve. */
  readonly presentIds: Int32Array;
}

export function loadCandidates(db: ReadableDB): Candidates {
  const openings = loadOpenings(db);
  return {
    openings,
    recordings: loadRecordings(db, openings.trackIds),
    rowOf: new Map(Array.from(openings.trackIds, (id, row) => [id, row])),
    presentIds: listPresentIds(db),
  };
}
