import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { TrackList } from '../../contract/api/index.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { listTrackIds } from '../../database/track-lists.ts';
import type { QueueModel } from './queue-model.ts';

/**
 * The tracks of what is played, in the order in which they are drawn into the queue; null where the queue is not drawn
 * from a list but picked from the whole library. An album or playlist keeps its order unless shuffled.
 */
export function contextTracks(
  db: ReadableDB,
  { context, mode, seed }: Pick<QueueModel, 'context' | 'mode' | 'seed'>,
): readonly number[] | null {
  switch (context.kind) {
    case 'album':
      return inOrder({ filter: { albumId: context.albumId } });
    case 'playlist':
      return inOrder({ filter: { playlistId: context.playlistId } });
    case 'list':
      return mode === 'flow' ? null : inOrder(context.list);
    case 'library':
      return mode === 'order' ? inOrder({}) : null;
  }

  function inOrder(list: TrackList): readonly number[] {
    const ids = listTrackIds(db, list);
    return mode === 'shuffle' ? shuffled(ids, seed) : ids;
  }
}

/** Fisher and Yates's shuffle; the same seed gives the same order. */
function shuffled(ids: readonly number[], seed: number): number[] {
  const random = xoroshiro128plus(seed);
  const result = [...ids];
  for (let i = result.length - 1; i > 0; i--) {
    const j = uniformInt(random, 0, i);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
