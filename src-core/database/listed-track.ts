import { extname } from 'node:path';
import type { Track } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { all } from './statement.ts';

/** What {@link toListedTrack} reads, of `tracks t`. */
const LISTED_COLUMNS = `t.id, t.path, t.title, t.artist, t.album, t.album_id AS albumId,
  t.album_artist AS albumArtist, t.genre, t.year, t.track_no AS trackNo, t.disc_no AS discNo,
  t.duration_seconds AS durationSeconds, t.art_id AS artId, t.loudness_lufs AS loudnessLufs,
  t.sample_peak AS samplePeak, t.leading_silence_seconds AS leadingSilenceSeconds,
  t.trailing_silence_seconds AS trailingSilenceSeconds, t.missing_since_ms AS missingSinceMs,
  t.mean_arousal AS meanArousal, t.mean_valence AS meanValence,
  t.loved_at_ms AS lovedAtMs, t.never_at_ms AS neverAtMs`;

interface ListedRow extends Omit<
  Track,
  'mediaFormat' | 'hasCurve' | 'missing' | 'meanMood' | 'loved' | 'never'
> {
  readonly path: string;
  readonly missingSinceMs: number | null;
  readonly meanArousal: number | null;
  readonly meanValence: number | null;
  readonly lovedAtMs: number | null;
  readonly neverAtMs: number | null;
}

/** A row as the player sees it: without its path. */
function toListedTrack(row: ListedRow): Track {
  const { path, missingSinceMs, meanArousal, meanValence, lovedAtMs, neverAtMs, ...track } = row;
  const meanMood = moodOf(meanArousal, meanValence);
  return {
    ...track,
    mediaFormat: mediaFormatOf(path),
    hasCurve: meanMood !== null,
    missing: missingSinceMs !== null,
    loved: lovedAtMs !== null,
    never: neverAtMs !== null,
    meanMood,
  };
}

/** A point of two columns, of which both or none are null. */
export function moodOf(arousal: number | null, valence: number | null): Track['meanMood'] {
  return arousal === null || valence === null ? null : { arousal, valence };
}

const SERVED_AS_WAV = new Set(['aif', 'aiff', 'aifc', 'wma', 'wave']);

function mediaFormatOf(path: string): string {
  const ending = extname(path).slice(1).toLowerCase();
  if (SERVED_AS_WAV.has(ending)) return 'wav';
  return ending === 'oga' ? 'ogg' : ending;
}

/** The tracks with these ids, in their order; unknown ones are left out, doubles are kept. */
export function getListedTracks(db: ReadableDB, ids: readonly number[]): Track[] {
  const rows = all<ListedRow>(
    db,
    `SELECT ${LISTED_COLUMNS} FROM tracks t WHERE t.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const byId = new Map(rows.map((row) => [row.id, toListedTrack(row)]));
  return ids.map((id) => byId.get(id)).filter((track) => track !== undefined);
}
