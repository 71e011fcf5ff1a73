import * as v from 'valibot';
import type { ReadableDB } from '../handle.ts';
import { loadPosition, loadQueue } from '../queue-state.ts';
import { get } from '../statement.ts';
import type { RecordOf } from './records.ts';

const IdsSchema = v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));

/** The saved queue, where there is one. */
export function* queueRecords(db: ReadableDB): Generator<RecordOf<'queue'>> {
  const queue = loadQueue(db);
  if (queue === undefined) return;
  const { entries, context, rejected, playId, ...rest } = queue;
  const { positionSeconds, savedAtMs } = loadPosition(db)!;
  yield {
    kind: 'queue',
    ...rest,
    context,
    albumTrack: albumTrack(db, context),
    rejected: v.is(IdsSchema, rejected) ? rejected : [],
    playStartedAtMs: playId === null ? null : (startOf(db, playId) ?? null),
    positionSeconds,
    savedAtMs,
    entries: entries.map(({ trackId, ...entry }) => ({ ...entry, track: trackId })),
  };
}

function startOf(db: ReadableDB, playId: number): number | undefined {
  return get<{ at: number }>(db, 'SELECT started_at_ms AS at FROM play_history WHERE id = ?', playId)?.at;
}

/** A track of the album that is played, by which the album can be found in another library. */
function albumTrack(db: ReadableDB, context: unknown): number | null {
  const albumId = albumIdOf(context);
  if (albumId === null) return null;
  const sql = 'SELECT min(id) AS id FROM tracks WHERE album_id = ?';
  return get<{ id: number | null }>(db, sql, albumId)?.id ?? null;
}

/** The album in what the queue's keeper wrote, `{ context: { kind: 'album', albumId } }`. */
function albumIdOf(stored: unknown): number | null {
  const { context } = (stored ?? {}) as { context?: { kind?: unknown; albumId?: unknown } };
  return context?.kind === 'album' && typeof context.albumId === 'number' ? context.albumId : null;
}
