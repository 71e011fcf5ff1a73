import type { Track } from '../../contract/api/index.ts';
import type { Entry, QueueModel } from './queue-model.ts';

/** Picks this near are not exchanged any more: the page shows them, and the next one may be loaded. */
const SETTLED_PICKS = 2;

/**
 * The queue without tracks that have left the library. What was picked by chance gives way, since there may be curves to pick by
 * by now.
 *
 * @param known the tracks of the queue that are in the library, by their ids
 */
export function withoutGone(
  model: QueueModel,
  known: ReadonlyMap<number, Pick<Track, 'missing'>>,
): { readonly model: QueueModel; readonly places: Entry[] } {
  const { history, current, upcoming, mode } = model;
  const isThere = ({ trackId }: Entry): boolean => known.has(trackId);
  const places = upcoming
    .filter((entry) => known.get(entry.trackId)?.missing === false)
    .filter((entry, i) => i < SETTLED_PICKS || mode !== 'flow' || entry.origin !== 'shuffle' || entry.pinned);
  return {
    model: {
      ...model,
      history: history.filter(isThere),
      current: current !== null && isThere(current) ? current : null,
    },
    places,
  };
}
