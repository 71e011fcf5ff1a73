import { isDeepStrictEqual } from 'node:util';
import { addFolder, listFolders } from '../folders.ts';
import type { WritableDB } from '../handle.ts';
import { getSetting, setSetting } from '../settings.ts';
import { run } from '../statement.ts';
import { mergeQueue } from './merge-queue.ts';
import { mergePlaylist } from './merge-playlist.ts';
import { mergeCurve, mergeTrack } from './merge-tracks.ts';
import type { BackupRecord, RecordOf } from './records.ts';
import { remapPath, type MovedFolder } from './remap-path.ts';

export interface MergeOptions {
  readonly nowMs: number;
  /** Folders that lie elsewhere now. */
  readonly moved: readonly MovedFolder[];
  /** Whether a folder is there; one that is not does not join the library. */
  readonly isThere: (folder: string) => boolean;
}

/** What the records brought that the library did not have. */
export interface Merged {
  playlists: number;
  plays: number;
  settings: number;
  curves: number;
  /** Tracks whose files have yet to be found. */
  awaitedTracks: number;
  queue: boolean;
  readonly foldersAdded: string[];
  readonly foldersAway: string[];
}

/**
 * Adds records to a library, never taking anything away from it: what the library has already stays as it is, so that
 * merging the same records twice changes nothing. Records must come in the order in which they are read, each that is
 * named before those that name it.
 */
export class RecordMerge {
  readonly merged: Merged = {
    playlists: 0,
    plays: 0,
    settings: 0,
    curves: 0,
    awaitedTracks: 0,
    queue: false,
    foldersAdded: [],
    foldersAway: [],
  };
  readonly #db: WritableDB;
  readonly #options: MergeOptions;
  /** By the ids of the backup. */
  readonly #tracks = new Map<number, number>();
  readonly #playlists = new Map<number, number>();
  readonly #claimed = { tracks: new Set<number>(), playlists: new Set<number>() };

  constructor(db: WritableDB, options: MergeOptions) {
    this.#db = db;
    this.#options = options;
  }

  /** Call within a transaction, with as many at a time as the library may be held up for. */
  add(record: BackupRecord): void {
    switch (record.kind) {
      case 'folder':
        this.#addFolder(record);
        break;
      case 'track':
        this.#addTrack(record);
        break;
      case 'curve': {
        const track = this.#tracks.get(record.track);
        if (track !== undefined && mergeCurve(this.#db, track, record)) this.merged.curves++;
        break;
      }
      case 'playlist':
        this.#addPlaylist(record);
        break;
      case 'play':
        this.#addPlay(record);
        break;
      case 'setting':
        this.#addSetting(record);
        break;
      case 'queue':
        this.merged.queue = mergeQueue(this.#db, record, this.#tracks, this.#playlists);
    }
  }

  #addTrack(record: RecordOf<'track'>): void {
    const path = remapPath(record.path, this.#options.moved);
    const { tracks } = this.#claimed;
    const { id, isNew } = mergeTrack(this.#db, { ...record, path }, this.#options.nowMs, tracks);
    this.#tracks.set(record.id, id);
    tracks.add(id);
    if (isNew) this.merged.awaitedTracks++;
  }

  #addPlaylist(record: RecordOf<'playlist'>): void {
    const { playlists } = this.#claimed;
    const { id, isNew } = mergePlaylist(this.#db, record, this.#mapped(record.tracks), playlists);
    this.#playlists.set(record.id, id);
    playlists.add(id);
    if (isNew) this.merged.playlists++;
  }

  #addFolder({ path, addedAtMs }: RecordOf<'folder'>): void {
    const here = remapPath(path, this.#options.moved);
    if (listFolders(this.#db).some((folder) => folder.path === here)) return;
    if (!this.#options.isThere(here)) {
      this.merged.foldersAway.push(here);
      return;
    }
    addFolder(this.#db, here, addedAtMs);
    this.merged.foldersAdded.push(here);
  }

  #addPlay({ track, startedAtMs, ...play }: RecordOf<'play'>): void {
    const trackId = this.#tracks.get(track);
    if (trackId === undefined) return;
    const { changes } = run(
      this.#db,
      `INSERT INTO play_history (track_id, started_at_ms, finished_at_ms, skipped_at_seconds, seam_distance,
         after_track_id, held_against)
       SELECT @trackId, @startedAtMs, @finishedAtMs, @skippedAtSeconds, @seamDistance, @after, @heldAgainst
       WHERE NOT EXISTS (SELECT 1 FROM play_history WHERE track_id = @trackId AND started_at_ms = @startedAtMs)`,
      {
        trackId,
        startedAtMs,
        finishedAtMs: play.finishedAtMs,
        skippedAtSeconds: play.skippedAtSeconds,
        seamDistance: play.seamDistance,
        after: play.after === null ? null : (this.#tracks.get(play.after) ?? null),
        heldAgainst: play.heldAgainst,
      },
    );
    this.merged.plays += changes;
  }

  /** What was chosen here counts; of a setting that is a table only the fields that were not chosen here are taken. */
  #addSetting({ key, value }: RecordOf<'setting'>): void {
    const here = getSetting(this.#db, key);
    const wanted = isTable(here) && isTable(value) ? { ...value, ...here } : (here ?? value);
    if (isDeepStrictEqual(wanted, here)) return;
    setSetting(this.#db, key, wanted);
    this.merged.settings++;
  }

  #mapped(ids: readonly number[]): number[] {
    return ids.map((id) => this.#tracks.get(id)).filter((id) => id !== undefined);
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
