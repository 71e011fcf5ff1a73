import { areAlike, type HeardRows, type Likeness } from './alike.ts';

/**
 * Of 111 pairs of files of eight pieces in nine formats the furthest apart were 0.04 s and, but for a clip of eight seconds,
 * 0.01 in mood and 0.11 octaves in timbre; of 3 129 pairs of different pieces the nearest was 0.29 octaves apart, and few of
 * those are as long as each other to a quarter of a second.
 */
const SAME: Likeness = { seconds: 0.25, mood: 0.03, timbreOctaves: 0.2 };
/** A row is compared with the rows of its own cell and of those around it; there are fewer cells of mood than this. */
const MOOD_CELLS = 1000;
/** Rows that are looked at in about a millisecond. */
const ROWS_A_STEP = 1024;

/** Names each pair of rows that are equally long and sound and feel the same: one recording, whatever its tags say. */
export function* sameSounds(
  heard: HeardRows,
  found: (row: number, other: number) => void,
): Generator<undefined, void> {
  const { durationsSeconds, means, sounds } = heard;
  const cells = new Map<number, number[]>();
  for (let row = 0; row < durationsSeconds.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (durationsSeconds[row] === 0 || sounds.hasTimbre[row] === 0) continue;
    const length = Math.floor(durationsSeconds[row] / SAME.seconds);
    const arousal = Math.floor((means[2 * row] + 1) / SAME.mood);
    for (let near = length - 1; near <= length + 1; near++) {
      for (let alike = arousal - 1; alike <= arousal + 1; alike++) {
        for (const other of cells.get(near * MOOD_CELLS + alike) ?? []) {
          if (areAlike(heard, row, other, SAME)) found(row, other);
        }
      }
    }
    const own = length * MOOD_CELLS + arousal;
    const cell = cells.get(own);
    if (cell === undefined) cells.set(own, [row]);
    else cell.push(row);
  }
}
