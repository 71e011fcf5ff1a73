import * as v from 'valibot';
import {
  CountSchema,
  CourseSchema,
  MoodPointSchema,
  PlayContextSchema,
  QueueModeSchema,
  type QueueOptions,
  QueueOptionsPatchSchema,
  RepeatSchema,
} from '../../contract/api/index.ts';
import type { PickReason } from '../../contract/queue.ts';
import type { StoredEntry, StoredQueue } from '../../database/queue-state.ts';
import { emptyQueue, type Entry, type QueueModel } from './queue-model.ts';

const ContextSchema = v.object({ context: PlayContextSchema, drawn: v.number() });

const JourneyStateSchema = v.object({
  start: MoodPointSchema,
  reached: CountSchema,
  tracks: CountSchema,
  seconds: v.pipe(v.number(), v.finite()),
});

/** Each part by itself: one that is not understood, from another version say, does not take the others with it. */
function steeringOf(stored: unknown): Pick<QueueModel, 'course' | 'journey' | 'options' | 'shortage'> {
  const { course, journey, options, shortage } = emptyQueue(0);
  if (typeof stored !== 'object' || stored === null) return { course, journey, options, shortage };
  const kept = stored as Readonly<Record<string, unknown>>;
  const isOnCourse =
    v.is(CourseSchema, kept.course) &&
    (kept.course.kind === 'journey') === v.is(JourneyStateSchema, kept.journey);
  return {
    course: isOnCourse ? (kept.course as typeof course) : course,
    journey: isOnCourse ? ((kept.journey ?? null) as typeof journey) : journey,
    options: { ...options, ...fittingOptions(kept.options) },
    shortage: typeof kept.shortage === 'string' ? kept.shortage : shortage,
  };
}

function fittingOptions(stored: unknown): Partial<QueueOptions> {
  if (typeof stored !== 'object' || stored === null) return {};
  const fitting = Object.entries(stored).filter(([key, value]) =>
    v.is(QueueOptionsPatchSchema, { [key]: value as unknown }),
  );
  return Object.fromEntries(fitting);
}

/** The queue as the database keeps it. */
export function toStored(model: QueueModel, playId: number | null): StoredQueue {
  const entries = (list: readonly Entry[], place: StoredEntry['place']): StoredEntry[] =>
    list.map(({ judgedAfter, ...entry }) => ({ ...entry, place }));
  return {
    entries: [
      ...entries(model.history, 'history'),
      ...entries(model.current === null ? [] : [model.current], 'current'),
      ...entries(model.upcoming, 'upcoming'),
    ],
    context: { context: model.context, drawn: model.drawn },
    rejected: model.rejected,
    mode: model.mode,
    repeat: model.repeat,
    seed: model.seed,
    steering: {
      course: model.course,
      journey: model.journey,
      options: model.options,
      shortage: model.shortage,
    },
    nextEntryId: model.nextEntryId,
    playId,
  };
}

/** The queue that was kept; what cannot be understood of it is as in a new one. */
export function fromStored(stored: StoredQueue): QueueModel {
  const fresh = emptyQueue(stored.seed);
  const at = (place: StoredEntry['place']): Entry[] => {
    const list = stored.entries.filter((entry) => entry.place === place);
    return list.map(({ place: _place, reason, ...entry }, i) => ({
      ...entry,
      reason: reason as PickReason | null,
      judgedAfter: list[i - 1]?.trackId ?? null,
    }));
  };
  const context = v.safeParse(ContextSchema, stored.context);
  const [current = null] = at('current');
  const upcoming = at('upcoming').map((entry, i) =>
    i === 0 ? { ...entry, judgedAfter: current?.trackId ?? null } : entry,
  );
  return {
    history: at('history'),
    current,
    upcoming,
    context: context.success ? context.output.context : fresh.context,
    drawn: context.success ? context.output.drawn : 0,
    mode: v.is(QueueModeSchema, stored.mode) ? stored.mode : fresh.mode,
    repeat: v.is(RepeatSchema, stored.repeat) ? stored.repeat : fresh.repeat,
    ...steeringOf(stored.steering),
    seed: stored.seed,
    rejected: v.is(v.array(v.number()), stored.rejected) ? stored.rejected : [],
    nextEntryId: stored.nextEntryId,
  };
}
