import * as v from 'valibot';
import { NoticeSchema } from './diagnostics.ts';
import { IndexingStateSchema } from './folders.ts';
import { QueueSchema } from './queue.ts';
import { SettingsSchema } from './settings.ts';
import { CountSchema, IdSchema } from './shapes.ts';
import { TrackMarksSchema } from './steering.ts';

/** Everything the core tells without being asked: name → schema of its one payload. */
export const EVENTS = {
  /** Lists that are shown should be asked for again. Several changes may come as one. */
  libraryChanged: v.strictObject({ revision: CountSchema }),
  /** At most a few times a second. */
  indexingProgress: IndexingStateSchema,
  queueChanged: QueueSchema,
  /** What is current in the queue is to be heard: the listener opened it from outside. */
  playWanted: v.strictObject({}),
  settingsChanged: SettingsSchema,
  /** Tracks that the listener loves, or wants never to be played, or no longer. */
  marksChanged: v.strictObject({ marks: v.array(TrackMarksSchema) }),
  playlistsChanged: v.strictObject({}),
  notice: NoticeSchema,
  /** Tracks that have a curve now, and had none or another before. */
  curvesReady: v.strictObject({ trackIds: v.array(IdSchema) }),
} as const;

export type EventName = keyof typeof EVENTS;

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENTS, name);
}
