import * as v from 'valibot';
import { PICK_EFFECTS } from '../queue.ts';
import { SeamPointsSchema } from './queue.ts';
import { CountSchema, IdSchema, MoodPointSchema } from './shapes.ts';
import { TrackSchema } from './track.ts';

/** Half-second pairs with how far listeners may feel otherwise: half the width of the band that holds 70% of them. */
export const CurveWithBandSchema = v.strictObject({
  arousal: v.array(v.number()),
  valence: v.array(v.number()),
  arousalHalfWidth: v.array(v.number()),
  valenceHalfWidth: v.array(v.number()),
});
export type CurveWithBand = v.InferOutput<typeof CurveWithBandSchema>;

/** Everything about where an entry of the queue meets the track before it. */
export const SeamViewSchema = v.strictObject({
  leaving: TrackSchema,
  arriving: TrackSchema,
  sentence: v.string(),
  /** How the leaving track ends: half-second pairs up to its last sound. */
  closing: v.strictObject({ arousal: v.array(v.number()), valence: v.array(v.number()) }),
  /** What the sequence model expects after it, before any course bends it. */
  forecast: CurveWithBandSchema,
  /** How the arriving track begins: from its first sound. */
  opening: CurveWithBandSchema,
  /** How many half-second steps of the two were compared. */
  stepsCompared: CountSchema,
  /** How the course bent the wish away from the forecast; null: not at all. */
  pull: v.nullable(
    v.strictObject({
      target: MoodPointSchema,
      pull: v.strictObject({ arousal: v.number(), valence: v.number() }),
      remaining: v.number(),
    }),
  ),
  /** Root mean square distance of the two curves. */
  distance: v.number(),
  /** The jump that listeners are to expect, what the curves may be wrong by included. */
  expectedJump: v.number(),
  /** What besides the jump spoke for (below 0) or against the track, in units of the circumplex. */
  effects: v.array(v.strictObject({ kind: v.picklist(PICK_EFFECTS), cost: v.number() })),
  /** Where and how one gives way to the other; null where a side is not measured, or their album joins them. */
  points: v.nullable(SeamPointsSchema),
  /** Tracks that could have been chosen; 1 where the listener or an order chose. */
  candidates: CountSchema,
  /** The next best that were not taken. */
  passedOver: v.array(
    v.strictObject({
      trackId: IdSchema,
      title: v.string(),
      artist: v.nullable(v.string()),
      expectedJump: v.number(),
      cost: v.number(),
    }),
  ),
});
export type SeamView = v.InferOutput<typeof SeamViewSchema>;
