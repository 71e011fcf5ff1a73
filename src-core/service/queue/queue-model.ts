import {
  type Course,
  DEFAULT_QUEUE_OPTIONS,
  type PlayContext,
  type QueueEntry,
  type QueueMode,
  type QueueOptions,
  type Repeat,
} from '../../contract/api/index.ts';
import type { PickReason } from '../../contract/queue.ts';
import type { JourneyState } from '../../queue/journey.ts';

/** A place in the queue as the keeper holds it: the track by its id. */
export interface Entry {
  readonly entryId: number;
  readonly trackId: number;
  readonly origin: QueueEntry['origin'];
  readonly pinned: boolean;
  readonly seamDistance: number | null;
  readonly reason: PickReason | null;
  /** The track that distance and reason speak of; where another comes before the entry now, they are out of date. */
  readonly judgedAfter: number | null;
}

/** The queue as data. Every change makes a new one, so that an earlier one can be gone back to. */
export interface QueueModel {
  /** Oldest first. */
  readonly history: readonly Entry[];
  readonly current: Entry | null;
  readonly upcoming: readonly Entry[];
  readonly context: PlayContext;
  /** How many of the context's tracks, in their order, have been drawn into the queue. */
  readonly drawn: number;
  readonly mode: QueueMode;
  readonly repeat: Repeat;
  readonly course: Course;
  /** Null unless the course is a journey. */
  readonly journey: JourneyState | null;
  readonly options: QueueOptions;
  /** Which rules leave too few tracks, in a sentence; null: none do. */
  readonly shortage: string | null;
  readonly seed: number;
  /** Tracks that are not to be picked while this context plays. */
  readonly rejected: readonly number[];
  readonly nextEntryId: number;
}

export const HISTORY_LENGTH = 50;

export function emptyQueue(seed: number): QueueModel {
  return {
    history: [],
    current: null,
    upcoming: [],
    context: { kind: 'library' },
    drawn: 0,
    mode: 'flow',
    repeat: 'off',
    course: { kind: 'flow' },
    journey: null,
    options: DEFAULT_QUEUE_OPTIONS,
    shortage: null,
    seed,
    rejected: [],
    nextEntryId: 1,
  };
}

/** All that was played, plays and is to be played, in its order. */
export function entriesOf({ history, current, upcoming }: QueueModel): Entry[] {
  return [...history, ...asList(current), ...upcoming];
}

/** An entry that may be lacking, as a list. */
export function asList(entry: Entry | null): Entry[] {
  return entry === null ? [] : [entry];
}

/** What the matcher, or chance, put there: the rest was put there by the listener or by the order of what is played. */
export function isPick(entry: Entry): boolean {
  return !entry.pinned && (entry.origin === 'flow' || entry.origin === 'shuffle');
}

/** Adds tracks to what is upcoming at an index, as the listener's. */
export function insertByHand(model: QueueModel, trackIds: readonly number[], index: number): QueueModel {
  const entries = trackIds.map((trackId, i) => newEntry(model.nextEntryId + i, trackId, 'hand'));
  return {
    ...model,
    upcoming: model.upcoming.toSpliced(index, 0, ...entries),
    nextEntryId: model.nextEntryId + entries.length,
  };
}

export function newEntry(entryId: number, trackId: number, origin: Entry['origin']): Entry {
  return { entryId, trackId, origin, pinned: false, seamDistance: null, reason: null, judgedAfter: null };
}
