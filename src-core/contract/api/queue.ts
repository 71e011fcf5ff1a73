import * as v from 'valibot';
import { TrackListSchema } from './library.ts';
import { CountSchema, IdSchema, MoodPointSchema, SecondsSchema } from './shapes.ts';
import { SteeringSchema } from './steering.ts';
import { TrackSchema } from './track.ts';

/** How the queue goes on: by where the music is heading, by chance, or in the order of what is played. */
export const QUEUE_MODES = ['flow', 'shuffle', 'order'] as const;
export const QueueModeSchema = v.picklist(QUEUE_MODES);
export type QueueMode = v.InferOutput<typeof QueueModeSchema>;

export const RepeatSchema = v.picklist(['off', 'all', 'one']);
export type Repeat = v.InferOutput<typeof RepeatSchema>;

/**
 * What is played from. Albums and playlists are played in their order (by chance in mode 'shuffle'), and then the queue
 * goes on from the whole library. A list is played in its order in mode 'order'.
 */
export const PlayContextSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('library') }),
  v.strictObject({ kind: v.literal('album'), albumId: IdSchema }),
  v.strictObject({ kind: v.literal('playlist'), playlistId: IdSchema }),
  v.strictObject({ kind: v.literal('list'), list: TrackListSchema }),
]);
export type PlayContext = v.InferOutput<typeof PlayContextSchema>;

const SegmentSchema = v.object({ arousal: v.array(v.number()), valence: v.array(v.number()) });

const BeatSchema = v.object({
  atSeconds: v.pipe(v.number(), v.finite()),
  beatsPerMinute: v.pipe(v.number(), v.finite(), v.gtValue(0)),
});

/** Where and how one track gives way to the next: {@link SeamPoints} on the wire. */
export const SeamPointsSchema = v.object({
  leaveAtSeconds: SecondsSchema,
  enterAtSeconds: SecondsSchema,
  crossfadeSeconds: SecondsSchema,
  beats: v.exactOptional(v.object({ leavingTrackId: IdSchema, leaving: BeatSchema, arriving: BeatSchema })),
});

/** Why a track was lined up, as the matcher returned it: {@link PickReason} on the wire. */
export const PickReasonSchema = v.looseObject({
  sentence: v.string(),
  rule: v.string(),
  continuation: SegmentSchema,
  opening: SegmentSchema,
  stepsCompared: CountSchema,
  target: v.nullable(
    v.object({
      target: MoodPointSchema,
      pull: v.object({ arousal: v.number(), valence: v.number() }),
      remaining: v.number(),
    }),
  ),
  candidates: CountSchema,
  equallyGood: CountSchema,
  seam: v.optional(SeamPointsSchema),
});

/** Who put an entry where it is: the matcher, chance, the order of what is played, or the listener. */
export const ENTRY_ORIGINS = ['flow', 'shuffle', 'order', 'hand'] as const;

export const QueueEntrySchema = v.strictObject({
  /** Names this place in the queue for as long as it exists; the same track may be queued twice. */
  entryId: IdSchema,
  track: TrackSchema,
  origin: v.picklist(ENTRY_ORIGINS),
  /** Stays when the queue is lined up anew. */
  pinned: v.boolean(),
  /** Root mean square distance where it meets the track before it; null where no curves were compared. */
  seamDistance: v.nullable(v.number()),
  reason: v.nullable(PickReasonSchema),
});
export type QueueEntry = v.InferOutput<typeof QueueEntrySchema>;

export const QueueSchema = v.strictObject({
  /** Grows with every change; an older one that arrives late is to be ignored. */
  revision: CountSchema,
  /** What was played from this queue, oldest first; at most the last 50. */
  history: v.array(QueueEntrySchema),
  current: v.nullable(QueueEntrySchema),
  upcoming: v.array(QueueEntrySchema),
  context: PlayContextSchema,
  mode: QueueModeSchema,
  repeat: RepeatSchema,
  steering: SteeringSchema,
  /** Why less is lined up than there should be, in a sentence; null: enough is, or the whole library. */
  shortage: v.nullable(v.string()),
  seed: CountSchema,
  /** What `undo` would take back, in words ("Removed “Undertow”"); null: nothing. */
  undo: v.nullable(v.string()),
});
export type Queue = v.InferOutput<typeof QueueSchema>;

/** What became of the entry that was playing. */
export const AdvanceSchema = v.strictObject({
  /** The entry that ended; if it is not the current one any more, nothing happens. */
  entryId: IdSchema,
  reason: v.picklist(['finished', 'skipped', 'failed']),
  /** Position in the track at which it ended. */
  atSeconds: SecondsSchema,
});
export type Advance = v.InferOutput<typeof AdvanceSchema>;
