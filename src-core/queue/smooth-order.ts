/** Longest run of neighbours that is moved as one. */
const LONGEST_RUN = 3;

/** Passes over the order; most come to rest after a few. */
const MOST_PASSES = 30;

/**
 * An order of things in which the sum of what each step from one to the next costs is small, and never larger than in
 * the order given: the cheaper of the given order and a walk to the nearest, each improved by moving runs of up to three to
 * where they fit better until no move helps (Or-opt; Or 1976). Costs need not be symmetric, so nothing is reversed.
 *
 * @param count things to order, named 0 to `count - 1` in the order given
 * @param costs row `i`, column `j`: of going from `i` to `j`
 * @returns the names in their new order; the same costs give the same order
 */
export function smoothOrder(count: number, costs: Float32Array): number[] {
  const given = Array.from({ length: count }, (_, i) => i);
  if (count < 2) return given;
  const orders = [improve(given, count, costs), improve(walkToNearest(count, costs), count, costs)];
  return pathCost(orders[1], count, costs) < pathCost(orders[0], count, costs) ? orders[1] : orders[0];
}

/** What an order costs in all. */
export function pathCost(order: readonly number[], count: number, costs: Float32Array): number {
  let sum = 0;
  for (let i = 1; i < order.length; i++) sum += costs[order[i - 1] * count + order[i]];
  return sum;
}

function walkToNearest(count: number, costs: Float32Array): number[] {
  const order = [0];
  const isTaken = new Uint8Array(count);
  isTaken[0] = 1;
  while (order.length < count) {
    const from = order[order.length - 1] * count;
    let next = -1;
    for (let i = 0; i < count; i++) {
      if (isTaken[i] === 0 && (next < 0 || costs[from + i] < costs[from + next])) next = i;
    }
    isTaken[next] = 1;
    order.push(next);
  }
  return order;
}

function improve(start: readonly number[], count: number, costs: Float32Array): number[] {
  const order = [...start];
  /** From one place to another; nothing where either is beyond an end. */
  const step = (from: number | undefined, to: number | undefined): number =>
    from === undefined || to === undefined ? 0 : costs[from * count + to];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let hasMoved = false;
    for (let length = 1; length <= LONGEST_RUN; length++) {
      for (let at = 0; at + length <= count; at++) {
        const [first, last] = [order[at], order[at + length - 1]];
        const [before, after] = [order.at(at - 1), order[at + length]] as const;
        const left = at === 0 ? undefined : before;
        const saved = step(left, first) + step(last, after) - step(left, after);
        let best = 1e-6;
        let to = -1;
        for (let gap = 0; gap <= count; gap++) {
          if (gap >= at && gap <= at + length) continue;
          const previous = gap === 0 ? undefined : order[gap - 1];
          const next = order[gap] as number | undefined;
          const gain = saved - (step(previous, first) + step(last, next) - step(previous, next));
          if (gain > best) [best, to] = [gain, gap];
        }
        if (to < 0) continue;
        const run = order.splice(at, length);
        order.splice(to > at ? to - length : to, 0, ...run);
        hasMoved = true;
      }
    }
    if (!hasMoved) break;
  }
  return order;
}
