import { sameSounds } from './same-sounds.ts';
import { type NamedRows, sameTitles } from './same-titles.ts';

/**
 * Joins files that hold the same recording: an album's and a collection's, or one in two formats. Nobody wants to hear them
 * in a row, and each carries on from the other better than anything else does. In steps of some milliseconds.
 *
 * @param copies a number per row, shared by files of the same content
 * @returns a number per row, shared by all that is one recording
 */
export function* sameRecordings(copies: Int32Array, facts: NamedRows): Generator<undefined, Int32Array> {
  const joined = new Map<number, number>();
  const rootOf = (recording: number): number => {
    let root = recording;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    return root;
  };
  const join = (row: number, other: number): void => {
    const [one, two] = [rootOf(copies[row]), rootOf(copies[other])];
    if (one !== two) joined.set(Math.max(one, two), Math.min(one, two));
  };
  yield* sameTitles(facts, join);
  yield* sameSounds(facts, join);
  return joined.size === 0 ? copies : copies.map(rootOf);
}
