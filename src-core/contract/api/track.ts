import * as v from 'valibot';
import { IdSchema, MoodPointSchema, SecondsSchema, TimeMsSchema } from './shapes.ts';

const TRACK = {
  id: IdSchema,
  title: v.string(),
  artist: v.nullable(v.string()),
  album: v.nullable(v.string()),
  albumId: v.nullable(IdSchema),
  albumArtist: v.nullable(v.string()),
  genre: v.nullable(v.string()),
  year: v.nullable(v.number()),
  trackNo: v.nullable(v.number()),
  discNo: v.nullable(v.number()),
  /** The header's word until the decoder has counted; null where neither is known yet. */
  durationSeconds: v.nullable(SecondsSchema),
  artId: v.nullable(IdSchema),
  /** What the media address answers with, as a file ending: 'mp3', 'flac', 'wav' … (ALAC, AIFF and WMA come as 'wav'). */
  mediaFormat: v.string(),
  /** Integrated loudness; null: not analysed yet, or silence. */
  loudnessLufs: v.nullable(v.number()),
  /** Largest absolute sample, 1 = full scale. */
  samplePeak: v.nullable(v.number()),
  leadingSilenceSeconds: v.nullable(SecondsSchema),
  trailingSilenceSeconds: v.nullable(SecondsSchema),
  hasCurve: v.boolean(),
  /** The file was gone when it was last looked for. */
  missing: v.boolean(),
  loved: v.boolean(),
  /** Never lined up or drawn from a list, unless the listener puts it there. */
  never: v.boolean(),
  /** Mean of the curve; null where there is none yet. */
  meanMood: v.nullable(MoodPointSchema),
} as const;

/** A track as lists, queue and decks need it. */
export const TrackSchema = v.strictObject(TRACK);
export type Track = v.InferOutput<typeof TrackSchema>;

/** Everything that is known of a track, for its details page. Paths are for display only. */
export const TrackDetailsSchema = v.strictObject({
  ...TRACK,
  path: v.string(),
  sizeBytes: v.number(),
  modifiedAtMs: TimeMsSchema,
  addedAtMs: TimeMsSchema,
  sampleRateHz: v.nullable(v.number()),
  channels: v.nullable(v.number()),
  /** Version of the model that computed the curve. */
  modelVersion: v.nullable(v.string()),
  analysedAtMs: v.nullable(TimeMsSchema),
  /** Why there is no curve, or why the file cannot be used. */
  problem: v.nullable(v.strictObject({ code: v.string(), message: v.string() })),
  timesPlayed: v.number(),
  lastPlayedAtMs: v.nullable(TimeMsSchema),
});
export type TrackDetails = v.InferOutput<typeof TrackDetailsSchema>;

/** Arousal and valence for every half second; value i speaks for `[i, i + 1) * hopSeconds`. */
export const TrackCurveSchema = v.strictObject({
  trackId: IdSchema,
  hopSeconds: v.number(),
  arousal: v.array(v.number()),
  valence: v.array(v.number()),
  modelVersion: v.string(),
});
export type TrackCurve = v.InferOutput<typeof TrackCurveSchema>;

/** Where each track with a curve lies on the mood plane: `trackIds[i]` at `(arousal[i], valence[i])`. */
export const MoodPointsSchema = v.strictObject({
  trackIds: v.array(IdSchema),
  arousal: v.array(v.number()),
  valence: v.array(v.number()),
});
export type MoodPoints = v.InferOutput<typeof MoodPointsSchema>;

/** How many values a {@link CurveThumbnail} has on each axis; a track of fewer half seconds has fewer. */
export const THUMBNAIL_POINTS = 24;

/** A curve drawn in a row of a list: means of equal parts of the track. */
export const CurveThumbnailSchema = v.strictObject({
  trackId: IdSchema,
  arousal: v.array(v.number()),
  valence: v.array(v.number()),
});
export type CurveThumbnail = v.InferOutput<typeof CurveThumbnailSchema>;
