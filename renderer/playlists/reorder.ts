/** Items at some places put before another one, in their order. */
export function moved<Item>(items: readonly Item[], places: readonly number[], before: number): Item[] {
  const taken = new Set(places);
  const stay = (from: number, to: number): Item[] =>
    items.slice(from, to).filter((_, i) => !taken.has(from + i));
  return [...stay(0, before), ...places.map((place) => items[place]), ...stay(before, items.length)];
}

/** Items but for those at some places. */
export function without<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  const taken = new Set(places);
  return items.filter((_, place) => !taken.has(place));
}
