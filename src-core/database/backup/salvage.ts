import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import { forgetDamage } from '../damage-note.ts';
import { closeDatabase, readableHandle, type ReadableDB } from '../handle.ts';
import { playlistRecords, playRecords, settingRecords } from './read-made.ts';
import { queueRecords } from './read-queue.ts';
import { findTrackRecord, markedTracks } from './read-tracks.ts';
import { RecordSchema, type BackupRecord, type RecordOf } from './records.ts';

/** What could be read of a damaged library. */
export interface Salvaged {
  readonly tracks: readonly RecordOf<'track'>[];
  /** What the listener has made. */
  readonly made: readonly BackupRecord[];
  /** Tracks that it speaks of and that could not be read. */
  readonly lacking: ReadonlySet<number>;
  /** Kinds of which some may be lost. */
  readonly incomplete: ReadonlySet<BackupRecord['kind']>;
}

const MADE = {
  playlist: playlistRecords,
  play: playRecords,
  setting: settingRecords,
  queue: queueRecords,
} as const;

/** Where there is nothing to read. */
export const NOTHING_SALVAGED: Salvaged = {
  tracks: [],
  made: [],
  lacking: new Set(),
  incomplete: new Set(Object.keys(MADE) as (keyof typeof MADE)[]),
};

/** Reads what a listener has made out of a damaged library, as far as its pages can still be read. */
export function salvage(path: string): Salvaged {
  const made: BackupRecord[] = [];
  const incomplete = new Set<BackupRecord['kind']>();
  const tracks: RecordOf<'track'>[] = [];
  const lacking = new Set<number>();
  let db: ReadableDB;
  try {
    db = readableHandle(path, new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 }));
  } catch {
    return NOTHING_SALVAGED;
  }
  try {
    for (const [kind, read] of Object.entries(MADE) as [keyof typeof MADE, (typeof MADE)['play']][]) {
      try {
        for (const record of read(db, { onUnreadable: () => incomplete.add(kind) })) {
          // Pages that can be read may still have been overwritten.
          if (v.is(RecordSchema, record)) made.push(record);
          else incomplete.add(kind);
        }
      } catch {
        incomplete.add(kind);
      }
    }
    const marked = markedTracks(db, { onUnreadable: () => incomplete.add('track') });
    for (const id of new Set([...made.flatMap(namedTracks), ...marked])) {
      const track = findTrackRecord(db, id);
      if (track !== null && v.is(RecordSchema, track)) tracks.push(track);
      else lacking.add(id);
    }
  } finally {
    closeDatabase(db);
    // Reading has noted the damage for the next opening, which is not to come.
    forgetDamage(path);
  }
  return { tracks, made, lacking, incomplete };
}

function namedTracks(record: BackupRecord): readonly number[] {
  if (record.kind === 'play') return [record.track];
  if (record.kind === 'playlist') return record.tracks;
  return record.kind === 'queue' ? record.entries.map(({ track }) => track) : [];
}
