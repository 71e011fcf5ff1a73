import type { ErrorCode } from '../contract/errors.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { pathsBelow } from './path-range.ts';
import { all, each, get, run } from './statement.ts';

/** What a scan has to know of a path to decide what happened to it. */
export interface KnownFile {
  readonly id: number;
  readonly path: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly fingerprint: string;
  readonly missingSinceMs: number | null;
  /** The model that computed its curve; null: no curve, or one of other content. */
  readonly curveModelVersion: string | null;
  /** Why its last analysis failed; null: it did not. */
  readonly failure: ErrorCode | null;
}

const KNOWN_FILE = `SELECT t.id, t.path, t.size_bytes AS sizeBytes, t.mtime_ms AS mtimeMs, t.fingerprint,
    t.missing_since_ms AS missingSinceMs, c.model_version AS curveModelVersion,
    CASE WHEN o.outcome = 'failed' THEN o.code END AS failure
  FROM tracks t
  LEFT JOIN curves c ON c.track_id = t.id AND c.fingerprint = t.fingerprint
  LEFT JOIN scan_outcomes o ON o.path = t.path`;

export function findKnownFile(db: ReadableDB, path: string): KnownFile | undefined {
  return get<KnownFile>(db, `${KNOWN_FILE} WHERE t.path = ?`, path);
}

export function getKnownFile(db: ReadableDB, trackId: number): KnownFile | undefined {
  return get<KnownFile>(db, `${KNOWN_FILE} WHERE t.id = ?`, trackId);
}

/** Every track with this content, oldest first. */
export function findByFingerprint(db: ReadableDB, fingerprint: string): KnownFile[] {
  return all<KnownFile>(db, `${KNOWN_FILE} WHERE t.fingerprint = ? ORDER BY t.id`, fingerprint);
}

/** Visits every track below a folder. */
export function eachTrackBelow(
  db: ReadableDB,
  folder: string,
  visit: (id: number, path: string, missingSinceMs: number | null) => void,
): void {
  const { from, to } = pathsBelow(folder);
  each<[number, string, number | null]>(
    db,
    'SELECT id, path, missing_since_ms FROM tracks WHERE path >= @from AND path < @to',
    ([id, path, missingSinceMs]) => visit(id, path, missingSinceMs),
    { from, to },
  );
}

/** Sets or clears the mark on a track whose file is gone. */
export function setMissing(db: WritableDB, trackId: number, missingSinceMs: number | null): void {
  run(db, 'UPDATE tracks SET missing_since_ms = ? WHERE id = ?', missingSinceMs, trackId);
}
