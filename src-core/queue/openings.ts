import type { MoodPoint } from '../contract/mood.ts';

/**
 * The openings of every track that may be queued, in one block so that a pick is a linear sweep.
 *
 * Row `i` of `values` is `stepsPerRow` arousal/valence pairs, interleaved; only the first `stepCounts[i]`
 * hold music, the rest of a short track's row is ignored.
 */
export interface Openings {
  readonly trackIds: Int32Array;
  readonly stepsPerRow: number;
  readonly values: Float32Array;
  readonly stepCounts: Uint8Array;
  /**
   * Standard deviation of the model's error in a row's opening, arousal and valence interleaved, 0 where the row's
   * model did not tell; null where none did.
   */
  readonly uncertainty?: Float32Array | null;
}

/** Standard deviation of the error in a row's opening, per axis. @param usual that of the model, where a row has none */
export function openingError({ uncertainty }: Openings, row: number, usual: MoodPoint): MoodPoint {
  const told = (at: number, otherwise: number): number => {
    const value = uncertainty?.[at] ?? 0;
    return value > 0 ? value : otherwise;
  };
  return { arousal: told(2 * row, usual.arousal), valence: told(2 * row + 1, usual.valence) };
}

/** Mean of a row's opening; NaN where it holds no music. */
export function openingLevel({ values, stepsPerRow, stepCounts }: Openings, row: number): MoodPoint {
  const steps = stepCounts[row];
  const start = row * stepsPerRow * 2;
  let arousal = 0;
  let valence = 0;
  for (let at = start; at < start + 2 * steps; at += 2) {
    arousal += values[at];
    valence += values[at + 1];
  }
  return { arousal: arousal / steps, valence: valence / steps };
}
