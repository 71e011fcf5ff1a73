import type { ReadableDB } from '../handle.ts';
import { folderRecords, playlistRecords, playRecords, settingRecords } from './read-made.ts';
import { queueRecords } from './read-queue.ts';
import { curveRecord, mentionedTracks, trackRecords } from './read-tracks.ts';
import type { BackupRecord } from './records.ts';

/** Whether every track and its curve is wanted, or only what the listener's own things are about. */
export type Extent = 'all tracks, with curves' | 'mentioned tracks';

/**
 * Everything that a person has made in a library, after what is needed to recognise what it is about in another one.
 * Rows are read a page at a time; hold a transaction open where they must all be of one moment.
 */
export function* readRecords(db: ReadableDB, extent: Extent): Generator<BackupRecord> {
  yield* folderRecords(db);
  const only = extent === 'mentioned tracks' ? mentionedTracks(db) : null;
  for (const track of trackRecords(db)) {
    if (only !== null && !only.has(track.id)) continue;
    yield track;
    const curve = only === null ? curveRecord(db, track.id) : null;
    if (curve !== null) yield curve;
  }
  yield* playlistRecords(db);
  yield* playRecords(db);
  yield* settingRecords(db);
  yield* queueRecords(db);
}
