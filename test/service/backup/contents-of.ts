import type { WritableDB } from '../../../src-core/database/handle.ts';
import { readRecords } from '../../../src-core/database/backup/read-records.ts';
import type { BackupRecord } from '../../../src-core/database/backup/records.ts';

/** What a library holds, whatever ids it gave, in an order that does not depend on them. */
export function contentsOf(db: WritableDB): unknown[] {
  const records = [...readRecords(db, 'all tracks, with curves')];
  const tracks = new Map<unknown, string>();
  const playlists = new Map<unknown, string>();
  for (const record of records) if (record.kind === 'track') tracks.set(record.id, record.path);
  const shown = records.map((record) => {
    const text = JSON.stringify(withoutIds(record, tracks, playlists));
    if (record.kind === 'playlist') playlists.set(record.id, text);
    return text;
  });
  return shown.sort();
}

function withoutIds(
  record: BackupRecord,
  tracks: ReadonlyMap<unknown, string>,
  playlists: ReadonlyMap<unknown, string>,
): unknown {
  const path = (id: number | null): string | undefined => tracks.get(id);
  switch (record.kind) {
    case 'track':
    case 'folder':
      return { ...record, id: null };
    case 'curve':
      return { ...record, track: path(record.track) };
    case 'play':
      return { ...record, track: path(record.track), after: path(record.after) };
    case 'playlist':
      return { ...record, id: null, tracks: record.tracks.map(path) };
    case 'setting':
      return record;
    case 'queue': {
      const stored = record.context as { drawn: number; context: { kind: string; playlistId?: number } };
      return {
        ...record,
        context: {
          kind: stored.context.kind,
          drawn: stored.drawn,
          of: playlists.get(stored.context.playlistId),
        },
        albumTrack: path(record.albumTrack),
        rejected: record.rejected.map(path),
        entries: record.entries.map((entry) => ({ ...entry, track: path(entry.track) })),
      };
    }
  }
}
