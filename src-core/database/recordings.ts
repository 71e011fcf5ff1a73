import type { ReadableDB } from './handle.ts';
import { each } from './statement.ts';

/**
 * A number per track such that copies of one file share it.
 * @returns row `i` speaks for `trackIds[i]`; a track that is gone by now is a recording of its own
 */
export function loadRecordings(db: ReadableDB, trackIds: Int32Array): Int32Array {
  const firstTrackOf = new Map<string, number>();
  const recordingOf = new Map<number, number>();
  each<[number, string]>(db, 'SELECT id, fingerprint FROM tracks ORDER BY id', ([id, fingerprint]) => {
    const first = firstTrackOf.get(fingerprint) ?? id;
    firstTrackOf.set(fingerprint, first);
    recordingOf.set(id, first);
  });
  return trackIds.map((id) => recordingOf.get(id) ?? id);
}
