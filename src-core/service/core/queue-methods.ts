import type { SegueMethods } from '../../contract/api/index.ts';
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
  | 'setTarget'
  | 'setMode'
  | 'setRepeat'
  | 'advance'
  | 'goBack'
  | 'jumpTo'
>;

export function queueMethods(keeper: QueueKeeper): QueueMethods {
  return {
    getQueue: () => keeper.queue,
    playTrack: (trackId, context) => keeper.play(context, trackId),
    playContext: (context) => keeper.play(context, null),
    playNext: (trackIds) => keeper.playNext(trackIds),
    enqueue: (trackIds) => keeper.enqueue(trackIds),
    removeEntry: (entryId) => keeper.remove(entryId),
    moveEntry: (entryId, toIndex) => keeper.move(entryId, toIndex),
    pinEntry: (entryId, pinned) => keeper.pin(entryId, pinned),
    rejectEntry: (entryId) => keeper.reject(entryId),
    clearUpcoming: () => keeper.clear(),
    undo: () => keeper.undo(),
    setTarget: (target) => keeper.setTarget(target),
    setMode: (mode) => keeper.setMode(mode),
    setRepeat: (repeat) => keeper.setRepeat(repeat),
    advance: (request) => keeper.advance(request),
    goBack: () => keeper.goBack(),
    jumpTo: (entryId) => keeper.jumpTo(entryId),
  };
}
