import { type SoundRows, TIMBRE_STEPS } from '../contract/sound-rows.ts';
import { TIMBRE_SIZE } from '../contract/sound.ts';

/** How files are heard; row `i` of each speaks for the same track. */
export interface HeardRows {
  /** 0: unknown. */
  readonly durationsSeconds: Float32Array;
  /** Mean of each whole curve, arousal and valence interleaved. */
  readonly means: Float32Array;
  readonly sounds: Pick<SoundRows, 'timbres' | 'hasTimbre'>;
}

/**
 * How far two files of one recording may differ. Of 111 pairs of eight pieces in nine formats the furthest apart were 0.04 s
 * and, but for a clip of eight seconds, 0.01 in mood and 0.11 octaves in timbre; of 3 129 pairs of different pieces the
 * nearest was 0.29 octaves apart, and few of those are as long as each other to a quarter of a second.
 */
const MOST = { seconds: 0.25, mood: 0.03, timbreOctaves: 0.2 };

/** A row is compared with the rows of its own cell and of those around it; there are fewer cells of mood than this. */
const MOOD_CELLS = 1000;
/** Rows that are looked at in about a millisecond. */
const ROWS_A_STEP = 1024;

/** Names each pair of rows that are equally long and sound and feel the same: one recording, whatever its tags say. */
export function* sameSounds(
  { durationsSeconds, means, sounds }: HeardRows,
  found: (row: number, other: number) => void,
): Generator<undefined, void> {
  const isSame = (row: number, other: number): boolean =>
    Math.abs(durationsSeconds[row] - durationsSeconds[other]) <= MOST.seconds &&
    Math.abs(means[2 * row] - means[2 * other]) <= MOST.mood &&
    Math.abs(means[2 * row + 1] - means[2 * other + 1]) <= MOST.mood &&
    timbreDistance(sounds.timbres, row, other) <= MOST.timbreOctaves;
  const cells = new Map<number, number[]>();
  for (let row = 0; row < durationsSeconds.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (durationsSeconds[row] === 0 || sounds.hasTimbre[row] === 0) continue;
    const length = Math.floor(durationsSeconds[row] / MOST.seconds);
    const arousal = Math.floor((means[2 * row] + 1) / MOST.mood);
    for (let near = length - 1; near <= length + 1; near++) {
      for (let alike = arousal - 1; alike <= arousal + 1; alike++) {
        for (const other of cells.get(near * MOOD_CELLS + alike) ?? []) {
          if (isSame(row, other)) found(row, other);
        }
      }
    }
    const own = length * MOOD_CELLS + arousal;
    const cell = cells.get(own);
    if (cell === undefined) cells.set(own, [row]);
    else cell.push(row);
  }
}

/** In octaves of power. */
function timbreDistance(timbres: Int8Array, row: number, other: number): number {
  let sum = 0;
  for (let k = 0; k < TIMBRE_SIZE; k++) {
    sum += (timbres[row * TIMBRE_SIZE + k] - timbres[other * TIMBRE_SIZE + k]) ** 2;
  }
  return Math.sqrt(sum) / TIMBRE_STEPS;
}
