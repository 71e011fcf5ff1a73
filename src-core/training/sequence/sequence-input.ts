import type { SequenceNormalisation } from '../../emotion/model-files/normalisation-types.ts';

/** Divides offsets from the newest pair: about how far a rated curve moves in ten steps. */
export const INPUT_SCALE = 0.05;

/** Numbers a step that each kind of input has. */
export function inputWidth(kind: SequenceNormalisation['input']): 2 | 4 {
  return kind === 'level-and-offset' ? 4 : 2;
}

/**
 * Writes one history as the network reads it.
 * @param history pairs, interleaved, oldest first
 * @param target `[steps, inputWidth(kind)]` from `targetOffset` on
 */
export function writeSequenceInput(
  history: Float32Array,
  kind: SequenceNormalisation['input'],
  target: Float32Array,
  targetOffset: number,
): void {
  const steps = history.length / 2;
  const width = inputWidth(kind);
  for (let step = 0; step < steps; step++) {
    for (let axis = 0; axis < 2; axis++) {
      const level = history[step * 2 + axis];
      const offset = (level - history[history.length - 2 + axis]) / INPUT_SCALE;
      const at = targetOffset + step * width + axis;
      if (kind === 'offset') target[at] = offset;
      else target[at] = level;
      if (kind === 'level-and-offset') target[at + 2] = offset;
    }
  }
}
