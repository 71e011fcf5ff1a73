import { gapsInto, jumpOver } from '../../queue/expected-jump.ts';
import { openingVariance, type PlanLibrary } from '../../queue/plan-library.ts';
import { smoothOrder } from '../../queue/smooth-order.ts';

/** Between a recording and itself. */
const AGAIN = 10;

/** The tracks in the order with the least jolt; those without a curve stay at the end, in their order. */
export function smoothTracks(
  library: PlanLibrary,
  rowOf: ReadonlyMap<number, number>,
  trackIds: readonly number[],
): number[] {
  const { openings, facts } = library;
  const known = trackIds.filter((id) => rowOf.has(id));
  const rows = known.map((id) => rowOf.get(id)!);
  const variances = rows.map((row) => openingVariance(library, row));
  const costs = new Float32Array(rows.length ** 2);
  library.continuationsAfter(rows).forEach((wanted, from) => {
    const genre = facts.genres[rows[from]];
    rows.forEach((row, to) => {
      const isSame = facts.recordings[row] === facts.recordings[rows[from]];
      const sharesGenre = genre >= 0 && facts.genres[row] === genre;
      costs[from * rows.length + to] = isSame
        ? AGAIN
        : jumpOver(gapsInto(wanted, openings, row), wanted.variance, variances[to], sharesGenre).expected;
    });
  });
  const order = smoothOrder(rows.length, costs).map((i) => known[i]);
  return [...order, ...trackIds.filter((id) => !rowOf.has(id))];
}
