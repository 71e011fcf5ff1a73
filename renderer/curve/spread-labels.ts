/**
 * Moves labels apart that would lie on each other: the same order, none nearer to the next than `gap`, all within
 * [0, height] where there is room, and as near to their places as that allows.
 *
 * @param places wanted middles, in any unit
 */
export function spreadLabels(places: readonly number[], gap: number, height: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const result = [...places];
  let least = 0;
  for (const i of order) {
    result[i] = Math.max(result[i], least);
    least = result[i] + gap;
  }
  let most = height;
  for (const i of order.toReversed()) {
    result[i] = Math.min(result[i], most);
    most = result[i] - gap;
  }
  return result;
}
