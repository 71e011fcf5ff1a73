import type { ReadableDB } from './handle.ts';
import { each } from './statement.ts';

/**
 * A number per track such that copies of one file share it.
 * @returns row `i` speaks for `trackIds[i]`; a track that is gone by now is a recording of its own
 */
export function loadRecordings(db: ReadableDB, trackIds: Int32Array): Int32Array {
  const recordingOf = new Map<number, number>();
  // Few tracks are copies, and the index by fingerprint knows which.
  each<[number, number]>(
    db,
    `SELECT t.id, copied.first FROM
       (SELECT fingerprint, min(id) AS first FROM tracks GROUP BY fingerprint HAVING count(*) > 1) AS copied
       JOIN tracks t USING (fingerprint)`,
    ([id, first]) => recordingOf.set(id, first),
  );
  return trackIds.map((id) => recordingOf.get(id) ?? id);
}
