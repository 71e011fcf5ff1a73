import type { ReadableDB } from '../handle.ts';
import { all } from '../statement.ts';
import { rowsById, type Reading } from './pages.ts';
import type { RecordOf } from './records.ts';

type Row<Kind extends 'folder' | 'play'> = Omit<RecordOf<Kind>, 'kind'> & { readonly id: number };

export function* folderRecords(db: ReadableDB, reading: Reading = {}): Generator<RecordOf<'folder'>> {
  const select = 'SELECT id, path, added_at_ms AS addedAtMs FROM folders';
  for (const { path, addedAtMs } of rowsById<Row<'folder'>>(db, select, 'id', reading)) {
    yield { kind: 'folder', path, addedAtMs };
  }
}

export function* playlistRecords(db: ReadableDB, reading: Reading = {}): Generator<RecordOf<'playlist'>> {
  const select = 'SELECT id, name, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs FROM playlists';
  type PlaylistRow = Pick<RecordOf<'playlist'>, 'id' | 'name' | 'createdAtMs' | 'changedAtMs'>;
  for (const playlist of rowsById<PlaylistRow>(db, select, 'id', reading)) {
    const items = rowsById<{ id: number; track: number }>(
      db,
      `SELECT position AS id, track_id AS track FROM (
         SELECT position, track_id FROM playlist_items WHERE playlist_id = ${playlist.id})`,
      'position',
      reading,
    );
    yield { kind: 'playlist', ...playlist, tracks: Array.from(items, ({ track }) => track) };
  }
}

export function* playRecords(db: ReadableDB, reading: Reading = {}): Generator<RecordOf<'play'>> {
  const select = `SELECT id, track_id AS track, started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs,
    skipped_at_seconds AS skippedAtSeconds, seam_distance AS seamDistance,
    after_track_id AS after, held_against AS heldAgainst FROM play_history`;
  for (const { id: _, ...play } of rowsById<Row<'play'>>(db, select, 'id', reading)) {
    yield { kind: 'play', ...play };
  }
}

export function* settingRecords(db: ReadableDB): Generator<RecordOf<'setting'>> {
  for (const { key, value } of all<{ key: string; value: string }>(db, 'SELECT key, value FROM settings')) {
    yield { kind: 'setting', key, value: JSON.parse(value) as unknown };
  }
}
