import { expect, test } from 'vitest';
import { connectionOf } from '../../../src-core/database/handle.ts';
import { openLibrary } from '../open-library.ts';

/** What a person made, and what names it: every column is in a backup. */
const BACKED_UP: Readonly<Record<string, readonly string[]>> = {
  folders: ['id', 'path', 'added_at_ms'],
  playlists: ['id', 'name', 'created_at_ms', 'changed_at_ms'],
  playlist_items: ['playlist_id', 'position', 'track_id'],
  play_history: [
    ...['id', 'track_id', 'started_at_ms', 'finished_at_ms', 'skipped_at_seconds', 'seam_distance'],
    ...['after_track_id', 'held_against'],
  ],
  settings: ['key', 'value'],
  queue_state: [
    ...['id', 'context', 'rejected', 'mode', 'repeat', 'steering', 'seed'],
    ...['next_entry_id', 'play_id', 'position_seconds', 'saved_at_ms'],
  ],
  queue_entries: ['entry_id', 'place', 'position', 'track_id', 'origin', 'pinned', 'seam_distance', 'reason'],
};
/** What comes from the files again. */
const FROM_FILES: Readonly<Record<string, readonly string[]>> = { folders: ['scanned_at_ms'] };
const TABLES_FROM_FILES = ['albums', 'art', 'curves', 'scan_outcomes', 'sounds', 'tracks'];

test('every table and column is backed up, or comes from the files again', () => {
  const { sqlite } = connectionOf(openLibrary());
  const tables = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'tracks_fts%'",
    )
    .pluck()
    .all();
  expect(tables.sort()).toEqual([...Object.keys(BACKED_UP), ...TABLES_FROM_FILES].sort());
  for (const [table, columns] of Object.entries(BACKED_UP)) {
    const found = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    expect({ table, columns: found.sort() }).toEqual({
      table,
      columns: [...columns, ...(FROM_FILES[table] ?? [])].sort(),
    });
  }
});
