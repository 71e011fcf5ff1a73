/** Outputs of a clip network: rated arousal and valence, then the teacher's. */
export const CLIP_OUTPUTS = 4;

/** What one excerpt's clips in a batch should answer, all in standard deviations. */
export interface ClipTargets {
  readonly rating: readonly [number, number] | null;
  /** The teacher's `[arousal, valence]` per clip, interleaved. */
  readonly teacher: Float32Array | null;
}

export interface LossWeights {
  readonly excerptShare: number;
  readonly teacherWeight: number;
}

export interface LossAndGradient {
  readonly loss: number;
  /** dLoss/dOutput, `[rows, CLIP_OUTPUTS]`. */
  readonly gradient: Float32Array;
}

/**
 * Mean over clips and axes of half the squared error. A rating belongs to the whole excerpt, so `excerptShare` of it
 * is asked of the mean of the excerpt's clips and the rest of every clip by itself. Outputs that nobody labelled get
 * no gradient.
 * @param outputs `[excerpts x clipsPerExcerpt, CLIP_OUTPUTS]`, an excerpt's clips one after another
 */
export function clipLoss(
  outputs: Float32Array,
  targets: readonly ClipTargets[],
  clipsPerExcerpt: number,
  weights: LossWeights,
): LossAndGradient {
  const gradient = new Float32Array(outputs.length);
  const scale = 1 / (targets.length * clipsPerExcerpt * 2);
  let loss = 0;
  const ask = (at: number, error: number, weight: number): void => {
    loss += 0.5 * weight * scale * error * error;
    gradient[at] += weight * scale * error;
  };
  targets.forEach(({ rating, teacher }, excerpt) => {
    for (let axis = 0; axis < 2; axis++) {
      const at = (clip: number, output: number): number =>
        (excerpt * clipsPerExcerpt + clip) * CLIP_OUTPUTS + output;
      let sum = 0;
      for (let clip = 0; clip < clipsPerExcerpt; clip++) sum += outputs[at(clip, axis)];
      for (let clip = 0; clip < clipsPerExcerpt; clip++) {
        if (rating !== null) {
          const target = rating[axis];
          ask(at(clip, axis), sum / clipsPerExcerpt - target, weights.excerptShare);
          ask(at(clip, axis), outputs[at(clip, axis)] - target, 1 - weights.excerptShare);
        }
        if (teacher !== null && weights.teacherWeight > 0) {
          const output = at(clip, 2 + axis);
          ask(output, outputs[output] - teacher[clip * 2 + axis], weights.teacherWeight);
        }
      }
    }
  });
  return { loss, gradient };
}
