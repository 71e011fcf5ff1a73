import type { ReadableDB } from './handle.ts';
import { listFolders, type Folder } from './folders.ts';
import { all, get } from './statement.ts';

/** The library in figures. */
export interface LibraryStatus {
  readonly folders: readonly Folder[];
  /** Tracks whose files are there. */
  readonly tracks: number;
  readonly missing: number;
  /** Tracks that are there and have a curve. */
  readonly withCurve: number;
  /** Tracks that are there, have no curve and have not failed: the next index run gets to them. */
  readonly pending: number;
  readonly failed: number;
  readonly skipped: number;
  readonly durationSeconds: number;
  /** How many curves each model computed. */
  readonly modelVersions: Readonly<Record<string, number>>;
}

export function libraryStatus(db: ReadableDB): LibraryStatus {
  const counts = get<{
    tracks: number;
    missing: number;
    withCurve: number;
    pending: number;
    durationSeconds: number;
  }>(
    db,
    `SELECT count(*) FILTER (WHERE t.missing_since_ms IS NULL) AS tracks,
       count(*) FILTER (WHERE t.missing_since_ms IS NOT NULL) AS missing,
       count(c.track_id) FILTER (WHERE t.missing_since_ms IS NULL) AS withCurve,
       count(*) FILTER (WHERE t.missing_since_ms IS NULL AND c.track_id IS NULL
                        AND o.outcome IS NOT 'failed') AS pending,
       coalesce(sum(t.duration_seconds) FILTER (WHERE t.missing_since_ms IS NULL), 0.0) AS durationSeconds
     FROM tracks t LEFT JOIN curves c ON c.track_id = t.id LEFT JOIN scan_outcomes o ON o.path = t.path`,
  )!;
  const problems = get<{ failed: number; skipped: number }>(
    db,
    `SELECT count(*) FILTER (WHERE o.outcome = 'failed') AS failed,
       count(*) FILTER (WHERE o.outcome = 'skipped') AS skipped
     FROM scan_outcomes o LEFT JOIN tracks t ON t.id = o.track_id
     WHERE o.outcome <> 'ok' AND t.missing_since_ms IS NULL`,
  )!;
  const versions = all<{ version: string; count: number }>(
    db,
    'SELECT model_version AS version, count(*) AS count FROM curves GROUP BY model_version ORDER BY model_version',
  );
  return {
    folders: listFolders(db),
    ...counts,
    ...problems,
    modelVersions: Object.fromEntries(versions.map(({ version, count }) => [version, count])),
  };
}
