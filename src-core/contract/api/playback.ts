import * as v from 'valibot';
import { IdSchema, SecondsSchema, TimeMsSchema } from './shapes.ts';
import { TrackSchema } from './track.ts';

/** Sent every few seconds while playing and at once when playing begins, pauses or seeks. */
export const PlaybackReportSchema = v.strictObject({
  entryId: IdSchema,
  positionSeconds: SecondsSchema,
  playing: v.boolean(),
});
export type PlaybackReport = v.InferOutput<typeof PlaybackReportSchema>;

/** Where the listener left off. */
export const ResumePointSchema = v.strictObject({
  entryId: IdSchema,
  positionSeconds: SecondsSchema,
  savedAtMs: TimeMsSchema,
});
export type ResumePoint = v.InferOutput<typeof ResumePointSchema>;

/** A track that the player could not play; it is written down with the library's other problems. */
export const PlaybackFailureSchema = v.strictObject({
  trackId: IdSchema,
  message: v.pipe(v.string(), v.maxLength(1000)),
});

export const PlayedTrackSchema = v.strictObject({
  playId: IdSchema,
  track: TrackSchema,
  startedAtMs: TimeMsSchema,
  finishedAtMs: v.nullable(TimeMsSchema),
  /** Position at which the listener moved on; null where it played to its end or still plays. */
  skippedAtSeconds: v.nullable(SecondsSchema),
  seamDistance: v.nullable(v.number()),
});
export type PlayedTrack = v.InferOutput<typeof PlayedTrackSchema>;
