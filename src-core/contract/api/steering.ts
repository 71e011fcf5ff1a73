import * as v from 'valibot';
import { SEAM_TERMS } from '../queue.ts';
import { CountSchema, IdSchema, MoodPointSchema, PAGE, SecondsSchema, TimeMsSchema } from './shapes.ts';
import { TrackSchema } from './track.ts';

/** How long a leg of a journey is, counted from the point before it: in tracks, or in minutes of music. */
export const LegSchema = v.union([
  v.strictObject({ tracks: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100)) }),
  v.strictObject({ minutes: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(600)) }),
]);
export type Leg = v.InferOutput<typeof LegSchema>;

export const JourneyPointSchema = v.strictObject({ point: MoodPointSchema, after: LegSchema });
export type JourneyPoint = v.InferOutput<typeof JourneyPointSchema>;

/** Where the queue is to go: what the listener asks for. */
export const CourseSchema = v.variant('kind', [
  /** Carry on from where the music is heading. */
  v.strictObject({ kind: v.literal('flow') }),
  /** Walk to a point and stay there; `pull` from 0, gentle, to 1, firm. */
  v.strictObject({
    kind: v.literal('target'),
    point: MoodPointSchema,
    pull: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  /** Be at one point after the other, and stay at the last. */
  v.strictObject({
    kind: v.literal('journey'),
    points: v.pipe(v.array(JourneyPointSchema), v.minLength(1), v.maxLength(12)),
  }),
  /** Stay within a region of the plane. */
  v.strictObject({
    kind: v.literal('around'),
    point: MoodPointSchema,
    radius: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1)),
  }),
]);
export type Course = v.InferOutput<typeof CourseSchema>;

/** How far a journey has come. */
export const JourneyProgressSchema = v.strictObject({
  /** Where the music was when the journey began. */
  start: MoodPointSchema,
  /** How many of the course's points have been reached. */
  reached: CountSchema,
  /**
   * For each point that has not: with which of the upcoming tracks it is reached, 1 the next one. Minutes are turned
   * into tracks by how long tracks are on average.
   */
  tracksLeft: v.array(CountSchema),
});
export type JourneyProgress = v.InferOutput<typeof JourneyProgressSchema>;

const HourSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(23));
const ArousalSchema = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));

/** Between these hours of the day, by the clock on the wall, no track opens outside of these arousals. */
export const EnergyRuleSchema = v.pipe(
  v.strictObject({
    /** From the beginning of this hour … */
    fromHour: HourSchema,
    /** … to the beginning of this one; an earlier hour is the next day's, the same hour means all day. */
    untilHour: HourSchema,
    lowest: ArousalSchema,
    highest: ArousalSchema,
  }),
  v.check(({ lowest, highest }) => lowest < highest, 'The lowest arousal must be below the highest.'),
);
export type EnergyRule = v.InferOutput<typeof EnergyRuleSchema>;

/** What the listener asks of the queue besides its course. */
export const QueueOptionsSchema = v.strictObject({
  /** Play what follows a track on its album, and begin albums at their beginning. */
  keepAlbums: v.boolean(),
  /** Tracks at least between two by one artist, where the library allows. */
  artistGap: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(20)),
  /** From -1, what is played often, to 1, what is hardly ever played; 0: either. */
  discovery: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  /** What is not to be weighed where two tracks meet. */
  leftOut: v.pipe(v.array(v.picklist(SEAM_TERMS)), v.maxLength(SEAM_TERMS.length)),
  /** Energy by the hour of day. Where several speak of an hour, the first does. */
  energy: v.pipe(v.array(EnergyRuleSchema), v.maxLength(8)),
});
export type QueueOptions = v.InferOutput<typeof QueueOptionsSchema>;

export const QueueOptionsPatchSchema = v.partial(QueueOptionsSchema);
export type QueueOptionsPatch = v.InferOutput<typeof QueueOptionsPatchSchema>;

export const DEFAULT_QUEUE_OPTIONS: QueueOptions = {
  keepAlbums: false,
  artistGap: 4,
  discovery: 0,
  leftOut: [],
  energy: [],
};

/** Where the queue goes, and by which rules. */
export const SteeringSchema = v.strictObject({
  course: CourseSchema,
  /** Null unless the course is a journey. */
  journey: v.nullable(JourneyProgressSchema),
  options: QueueOptionsSchema,
});
export type Steering = v.InferOutput<typeof SteeringSchema>;

/** A track that a course would line up. */
export const PreviewedTrackSchema = v.strictObject({
  track: TrackSchema,
  /** Root mean square distance where it meets the track before it; null where no curves were compared. */
  seamDistance: v.nullable(v.number()),
  sentence: v.nullable(v.string()),
});
export type PreviewedTrack = v.InferOutput<typeof PreviewedTrackSchema>;

/** What is to be shown of what Segue has learnt: tracks skipped early, loved, or never to be played; latest first. */
export const ListFeedbackSchema = v.strictObject({
  kind: v.picklist(['skipped', 'loved', 'never']),
  ...PAGE,
});
export type ListFeedback = v.InferOutput<typeof ListFeedbackSchema>;

/** A track that was skipped before 30 s, and is less likely to come where the music stands alike. */
export const EarlySkipSchema = v.strictObject({
  atMs: TimeMsSchema,
  /** How far into the track. */
  atSeconds: SecondsSchema,
  /** Where the music was before the track; null: nothing with a curve came before. */
  mood: v.nullable(MoodPointSchema),
});
export type EarlySkip = v.InferOutput<typeof EarlySkipSchema>;

export const FeedbackSchema = v.strictObject({
  track: TrackSchema,
  /** Skips that count against it, latest first; empty where it has none. */
  skips: v.array(EarlySkipSchema),
});
export type Feedback = v.InferOutput<typeof FeedbackSchema>;

/** What a listener has said of a track. */
export const TrackMarksSchema = v.strictObject({ trackId: IdSchema, loved: v.boolean(), never: v.boolean() });
export type TrackMarks = v.InferOutput<typeof TrackMarksSchema>;
