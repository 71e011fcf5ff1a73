import type { TrackSortKey } from './columns.ts';

export interface TrackSort {
  readonly by: TrackSortKey;
  readonly direction: 'ascending' | 'descending';
}

/** By this; the other way round where it is by this already. */
export function sortedBy(sort: TrackSort, by: TrackSortKey): TrackSort {
  if (sort.by !== by) return { by, direction: 'ascending' };
  return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}
