/** Outputs of a clip network: rated arousal and valence, then the teacher's. */
export const CLIP_OUTPUTS = 4;

/** What one excerpt's clips in a batch should answer, all in standard deviations. */
export interface ClipTargets {
  readonly rating: readonly [number, number] | null;
  /** The teacher's `[arousal, valence]` per clip, interleaved. */
  readonly teacher: Float32Array | null;
}

export interface LossWeights {
  readonly agreementWeight: number;
  readonly teacherWeight: number;
}

export interface LossAndGradient {
  readonly loss: number;
  /** dLoss/dOutput, `[rows, CLIP_OUTPUTS]`. */
  readonly gradient: Float32Array;
}

/**
 * Mean over clips and axes of half the squared error. A rating belongs to the whole excerpt, so its loss is that of the
 * mean of the excerpt's clips, plus how far they scatter around their mean. Outputs that nobody labelled get no
 * gradient.
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
  targets.forEach(({ rating, teacher }, excerpt) => {
    for (let axis = 0; axis < 2; axis++) {
      const at = (clip: number, output: number): number =>
        (excerpt * clipsPerExcerpt + clip) * CLIP_OUTPUTS + output;
      let sum = 0;
      for (let clip = 0; clip < clipsPerExcerpt; clip++) sum += outputs[at(clip, axis)];
      const mean = sum / clipsPerExcerpt;
      for (let clip = 0; clip < clipsPerExcerpt; clip++) {
        if (rating !== null) {
          const own = outputs[at(clip, axis)] - mean;
          loss += 0.5 * scale * ((mean - rating[axis]) ** 2 + weights.agreementWeight * own * own);
          gradient[at(clip, axis)] += scale * (mean - rating[axis] + weights.agreementWeight * own);
        }
        if (teacher !== null && weights.teacherWeight > 0) {
          const output = at(clip, 2 + axis);
          const error = outputs[output] - teacher[clip * 2 + axis];
          loss += 0.5 * scale * weights.teacherWeight * error * error;
          gradient[output] += scale * weights.teacherWeight * error;
        }
      }
    }
  });
  return { loss, gradient };
}
