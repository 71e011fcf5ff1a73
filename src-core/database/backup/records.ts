import { posix, win32 } from 'node:path';
import * as v from 'valibot';

/** The format that this program writes, and the newest that it reads. */
export const BACKUP_FORMAT = 1;

const Text = v.pipe(v.string(), v.maxLength(65_536));
const Id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Milliseconds since 1970. */
const TimeMs = v.pipe(v.number(), v.safeInteger());
const Finite = v.pipe(v.number(), v.finite());
const Seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const Bytes = v.pipe(v.string(), v.base64());

/** Whole, on whichever system it was written, and without detours. */
const Path = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(32_768),
  v.check((path) => posix.isAbsolute(path) || win32.isAbsolute(path), 'a path that is not absolute'),
  v.check((path) => !path.includes('\0') && !/(^|[\\/])\.\.?([\\/]|$)/.test(path), 'a path with detours'),
);

/** A folder that belongs to the library. */
const FolderRecord = v.strictObject({ kind: v.literal('folder'), path: Path, addedAtMs: TimeMs });

/** A track; other records name it by `id`. Its content is known by `fingerprint`, wherever it lies today. */
const TrackRecord = v.strictObject({
  kind: v.literal('track'),
  id: Id,
  path: Path,
  sizeBytes: Count,
  fingerprint: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  title: Text,
  artist: v.nullable(Text),
  album: v.nullable(Text),
  albumArtist: v.nullable(Text),
  genre: v.nullable(Text),
  trackNo: v.nullable(Count),
  discNo: v.nullable(Count),
  year: v.nullable(v.pipe(v.number(), v.safeInteger())),
  durationSeconds: v.nullable(Seconds),
  sampleRateHz: v.nullable(Count),
  channels: v.nullable(Count),
  addedAtMs: TimeMs,
  lovedAtMs: v.nullable(TimeMs),
  /** Since when it is never to be played by itself. */
  neverAtMs: v.nullable(TimeMs),
});

/** How a track feels, and what was measured with it. Arousal and valence are little-endian int16, 32767 = 1. */
const CurveRecord = v.strictObject({
  kind: v.literal('curve'),
  track: Id,
  /** Of the content that was heard, which the track's file may hold no longer. */
  fingerprint: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  modelVersion: v.pipe(v.string(), v.maxLength(200)),
  computedAtMs: TimeMs,
  arousal: Bytes,
  valence: Bytes,
  /** Standard deviations, one byte each, 255 = 1; null where the model did not tell. */
  arousalUncertainty: v.nullable(Bytes),
  valenceUncertainty: v.nullable(Bytes),
  durationSeconds: Seconds,
  sampleRateHz: Count,
  channels: Count,
  loudnessLufs: v.nullable(Finite),
  samplePeak: Finite,
  leadingSilenceSeconds: Seconds,
  trailingSilenceSeconds: Seconds,
  /** Backups from before fades were listened for have none. */
  fadeInSeconds: v.optional(Seconds, 0),
  fadeOutSeconds: v.optional(Seconds, 0),
});

const PlaylistRecord = v.strictObject({
  kind: v.literal('playlist'),
  id: Id,
  name: Text,
  createdAtMs: TimeMs,
  changedAtMs: TimeMs,
  tracks: v.array(Id),
});

const PlayRecord = v.strictObject({
  kind: v.literal('play'),
  track: Id,
  startedAtMs: TimeMs,
  finishedAtMs: v.nullable(TimeMs),
  skippedAtSeconds: v.nullable(Finite),
  /** What was heard before. */
  after: v.nullable(Id),
  /** 1: skipped so early that it counts against the track. */
  heldAgainst: v.picklist([0, 1]),
  seamDistance: v.nullable(Finite),
});

const SettingRecord = v.strictObject({ kind: v.literal('setting'), key: Text, value: v.unknown() });

/** The queue. What it plays from names albums by one of their tracks, and playlists by their `id`. */
const QueueRecord = v.strictObject({
  kind: v.literal('queue'),
  context: v.unknown(),
  albumTrack: v.nullable(Id),
  rejected: v.array(Id),
  mode: Text,
  repeat: Text,
  seed: v.pipe(v.number(), v.safeInteger()),
  /** Course and rules, as the queue's keeper wrote them. */
  steering: v.unknown(),
  nextEntryId: Id,
  /** When the play of the current entry began; null where it did not. */
  playStartedAtMs: v.nullable(TimeMs),
  positionSeconds: Seconds,
  savedAtMs: TimeMs,
  entries: v.array(
    v.strictObject({
      entryId: Id,
      place: v.picklist(['history', 'current', 'upcoming']),
      track: Id,
      origin: v.picklist(['flow', 'shuffle', 'order', 'hand']),
      pinned: v.boolean(),
      seamDistance: v.nullable(Finite),
      reason: v.unknown(),
    }),
  ),
});

/**
 * One thing that a person made, or that is needed to recognise what it is about. A backup is these, one JSON object a
 * line, between a line that names the format and one that counts them, compressed with gzip.
 */
export const RecordSchema = v.variant('kind', [
  FolderRecord,
  TrackRecord,
  CurveRecord,
  PlaylistRecord,
  PlayRecord,
  SettingRecord,
  QueueRecord,
]);
export type BackupRecord = v.InferOutput<typeof RecordSchema>;
export type RecordOf<Kind extends BackupRecord['kind']> = Extract<BackupRecord, { kind: Kind }>;
