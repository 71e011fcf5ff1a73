import type { TrackDetails } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { getListedTracks } from './listed-track.ts';
import { get } from './statement.ts';

type Extra = Omit<TrackDetails, keyof ReturnType<typeof getListedTracks>[number] | 'problem'>;

/** Everything that is known of a track; undefined for an unknown one. */
export function getTrackDetails(db: ReadableDB, id: number): TrackDetails | undefined {
  const [listed] = getListedTracks(db, [id]);
  const extra = get<Extra>(
    db,
    `SELECT t.path, t.size_bytes AS sizeBytes, t.mtime_ms AS modifiedAtMs, t.added_at_ms AS addedAtMs,
       t.sample_rate_hz AS sampleRateHz, t.channels, c.model_version AS modelVersion, c.computed_at_ms AS analysedAtMs,
       (SELECT count(*) FROM play_history h WHERE h.track_id = t.id) AS timesPlayed,
       (SELECT max(h.started_at_ms) FROM play_history h WHERE h.track_id = t.id) AS lastPlayedAtMs
     FROM tracks t LEFT JOIN curves c ON c.track_id = t.id WHERE t.id = ?`,
    id,
  );
  if (extra === undefined) return undefined;
  const problem = get<{ code: string; message: string }>(
    db,
    "SELECT code, message FROM scan_outcomes WHERE path = ? AND outcome <> 'ok'",
    extra.path,
  );
  return { ...listed, ...extra, problem: problem ?? null };
}
