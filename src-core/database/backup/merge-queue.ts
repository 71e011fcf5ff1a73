import type { WritableDB } from '../handle.ts';
import { loadQueue, savePosition, saveQueue } from '../queue-state.ts';
import { get } from '../statement.ts';
import type { RecordOf } from './records.ts';

type Ids = ReadonlyMap<number, number>;

/** Puts the queue in place of an empty one. @returns whether it did */
export function mergeQueue(db: WritableDB, record: RecordOf<'queue'>, tracks: Ids, playlists: Ids): boolean {
  const { entries, playStartedAtMs, positionSeconds, savedAtMs, albumTrack, ...state } = record;
  if (entries.length === 0 || (loadQueue(db)?.entries.length ?? 0) > 0) return false;
  const kept = entries.flatMap(({ track, ...entry }) => {
    const trackId = tracks.get(track);
    return trackId === undefined ? [] : [{ ...entry, trackId }];
  });
  const current = kept.find(({ place }) => place === 'current')?.trackId;
  const queue = {
    ...state,
    context: mergedContext(db, record, tracks, playlists),
    rejected: state.rejected.map((id) => tracks.get(id)).filter((id) => id !== undefined),
    playId: playStartedAtMs === null || current === undefined ? null : playOf(db, current, playStartedAtMs),
    entries: kept,
  };
  saveQueue(db, queue, savedAtMs);
  savePosition(db, positionSeconds, savedAtMs);
  return true;
}

function playOf(db: WritableDB, trackId: number, startedAtMs: number): number | null {
  const sql = 'SELECT id FROM play_history WHERE track_id = ? AND started_at_ms = ?';
  return get<{ id: number }>(db, sql, trackId, startedAtMs)?.id ?? null;
}

/** What the queue plays from, by this library's ids; what cannot be found here becomes the whole library. */
function mergedContext(
  db: WritableDB,
  { context: stored, albumTrack }: RecordOf<'queue'>,
  tracks: Ids,
  playlists: Ids,
): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  const { context } = stored as { context?: { kind?: unknown; playlistId?: unknown } };
  if (context?.kind === 'library') return stored;
  if (context?.kind === 'playlist') {
    const playlistId = playlists.get(Number(context.playlistId));
    if (playlistId !== undefined) return { ...stored, context: { kind: 'playlist', playlistId } };
  }
  if (context?.kind === 'album' && albumTrack !== null) {
    const albumId = albumOf(db, tracks.get(albumTrack));
    if (albumId !== null) return { ...stored, context: { kind: 'album', albumId } };
  }
  return { ...stored, context: { kind: 'library' } };
}

function albumOf(db: WritableDB, trackId: number | undefined): number | null {
  if (trackId === undefined) return null;
  const sql = 'SELECT album_id AS albumId FROM tracks WHERE id = ?';
  return get<{ albumId: number | null }>(db, sql, trackId)?.albumId ?? null;
}
