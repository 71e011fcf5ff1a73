import { getCurve } from '../curves.ts';
import { deviationsToBytes } from '../byte-deviations.ts';
import type { ReadableDB } from '../handle.ts';
import { quantise } from '../int16-curve.ts';
import { all, get } from '../statement.ts';
import { rowsById, type Reading } from './pages.ts';
import { toBase64 } from './bytes.ts';
import type { RecordOf } from './records.ts';

const SELECT = `SELECT id, path, size_bytes AS sizeBytes, fingerprint, title, artist, album, album_artist AS albumArtist,
  genre, track_no AS trackNo, disc_no AS discNo, year, duration_seconds AS durationSeconds,
  sample_rate_hz AS sampleRateHz, channels, added_at_ms AS addedAtMs,
  loved_at_ms AS lovedAtMs, never_at_ms AS neverAtMs FROM tracks`;

type TrackRow = Omit<RecordOf<'track'>, 'kind'>;

export function* trackRecords(db: ReadableDB, reading: Reading = {}): Generator<RecordOf<'track'>> {
  for (const row of rowsById<TrackRow>(db, SELECT, 'id', reading)) yield { kind: 'track', ...row };
}

/** Null for a track that is not there, or cannot be read. */
export function findTrackRecord(db: ReadableDB, id: number): RecordOf<'track'> | null {
  try {
    const row = get<TrackRow>(db, `${SELECT} WHERE id = ?`, id);
    return row === undefined ? null : { kind: 'track', ...row };
  } catch {
    return null;
  }
}

/** Where the listener's own things name tracks. */
const MENTIONS = ['playlist_items', 'play_history', 'queue_entries'];

/** The ids of the tracks that the listener's own things are about. */
export function mentionedTracks(db: ReadableDB): ReadonlySet<number> {
  const sql = MENTIONS.map((table) => `SELECT track_id AS id FROM ${table}`).join(' UNION ');
  return new Set([...all<{ id: number }>(db, sql).map(({ id }) => id), ...markedTracks(db)]);
}

/** The ids of the tracks that the listener loves, or never wants to hear. */
export function markedTracks(db: ReadableDB, reading: Reading = {}): number[] {
  const select = `SELECT id FROM (
    SELECT id FROM tracks WHERE loved_at_ms IS NOT NULL OR never_at_ms IS NOT NULL)`;
  return Array.from(rowsById<{ id: number }>(db, select, 'id', reading), ({ id }) => id);
}

/** Null for a track without a curve. */
export function curveRecord(db: ReadableDB, trackId: number): RecordOf<'curve'> | null {
  const stored = getCurve(db, trackId);
  if (stored === undefined) return null;
  const measured = get<Measured>(
    db,
    `SELECT c.fingerprint, coalesce(t.duration_seconds, 0.0) AS durationSeconds,
       coalesce(t.sample_rate_hz, 0) AS sampleRateHz, coalesce(t.channels, 0) AS channels,
       t.loudness_lufs AS loudnessLufs, coalesce(t.sample_peak, 0.0) AS samplePeak,
       coalesce(t.leading_silence_seconds, 0.0) AS leadingSilenceSeconds,
       coalesce(t.trailing_silence_seconds, 0.0) AS trailingSilenceSeconds,
       coalesce(t.fade_in_seconds, 0.0) AS fadeInSeconds, coalesce(t.fade_out_seconds, 0.0) AS fadeOutSeconds
     FROM curves c JOIN tracks t ON t.id = c.track_id WHERE c.track_id = ?`,
    trackId,
  )!;
  const { curve, uncertainty, modelVersion, computedAtMs } = stored;
  return {
    kind: 'curve',
    track: trackId,
    modelVersion,
    computedAtMs,
    arousal: toBase64(quantise(curve.arousal)),
    valence: toBase64(quantise(curve.valence)),
    arousalUncertainty: uncertainty === null ? null : toBase64(deviationsToBytes(uncertainty.arousal)),
    valenceUncertainty: uncertainty === null ? null : toBase64(deviationsToBytes(uncertainty.valence)),
    ...measured,
  };
}

type Measured = Pick<
  RecordOf<'curve'>,
  | 'fingerprint'
  | 'durationSeconds'
  | 'sampleRateHz'
  | 'channels'
  | 'loudnessLufs'
  | 'samplePeak'
  | 'leadingSilenceSeconds'
  | 'trailingSilenceSeconds'
  | 'fadeInSeconds'
  | 'fadeOutSeconds'
>;
