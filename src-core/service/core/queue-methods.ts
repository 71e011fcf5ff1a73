import type { SegueMethods } from '../../contract/api/index.ts';
import type { QueueEdits } from '../queue/queue-edits.ts';
import type { QueueKeeper } from '../queue/queue-keeper.ts';

export type QueueMethods = Pick<
  SegueMethods,
  | 'getQueue'
  | 'playTrack'
  | 'playContext'
  | 'playNext'
  | 'enqueue'
  | 'removeEntry'
  | 'moveEntry'
  | 'pinEntry'
  | 'rejectEntry'
  | 'clearUpcoming'
  | 'undo'
  | 'setMode'
  | 'setRepeat'
  | 'advance'
  | 'goBack'
  | 'jumpTo'
>;

export function queueMethods(keeper: QueueKeeper, edits: QueueEdits): QueueMethods {
  return {
    getQueue: () => keeper.queue,
    playTrack: (trackId, context) => keeper.play(context, trackId),
    playContext: (context) => keeper.play(context, null),
    playNext: (trackIds) => edits.playNext(trackIds),
    enqueue: (trackIds) => edits.enqueue(trackIds),
    removeEntry: (entryId) => edits.remove(entryId),
    moveEntry: (entryId, toIndex) => edits.move(entryId, toIndex),
    pinEntry: (entryId, pinned) => edits.pin(entryId, pinned),
    rejectEntry: (entryId) => edits.reject(entryId),
    clearUpcoming: () => edits.clear(),
    undo: () => keeper.undo(),
    setMode: (mode) => keeper.setMode(mode),
    setRepeat: (repeat) => keeper.setRepeat(repeat),
    advance: (request) => keeper.advance(request),
    goBack: () => keeper.goBack(),
    jumpTo: (entryId) => keeper.jumpTo(entryId),
  };
}
