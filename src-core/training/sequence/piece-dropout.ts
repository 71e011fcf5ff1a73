import type { Random } from '../run/random.ts';

/** Dropout of units for whole pieces, so that a unit cannot be told from its neighbours in time: `[pieces, width]`. */
export function drawPieceMask(pieces: number, width: number, dropout: number, random: Random): Float32Array {
  return Float32Array.from({ length: pieces * width }, () =>
    random.uniform() < dropout ? 0 : 1 / (1 - dropout),
  );
}

/**
 * @param values `[pieces, steps, width]`, changed in place
 * @param mask `[pieces, width]`
 */
export function applyPieceMask(values: Float32Array, mask: Float32Array, steps: number, width: number): void {
  for (let i = 0, piece = 0; i < values.length; piece += width) {
    for (const end = i + steps * width; i < end;) {
      for (let unit = 0; unit < width; unit++, i++) values[i] *= mask[piece + unit];
    }
  }
}
