import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { TargetPull } from '../contract/queue.ts';

/**
 * The furthest that a target may bend one seam. Within the jump that listeners meet at an ordinary good seam, so that
 * a walk across the plane never jolts.
 */
export const MAX_PULL_PER_TRACK = 0.15;

/** Bends a continuation toward the target by at most {@link MAX_PULL_PER_TRACK}, all of its steps alike. */
export function pullToward(continuation: Curve, target: MoodPoint): { wanted: Curve; pull: TargetPull } {
  const arousalGap = target.arousal - mean(continuation.arousal);
  const valenceGap = target.valence - mean(continuation.valence);
  const distance = Math.hypot(arousalGap, valenceGap);
  const share = distance <= MAX_PULL_PER_TRACK ? 1 : MAX_PULL_PER_TRACK / distance;
  const pull = { arousal: arousalGap * share, valence: valenceGap * share };
  return {
    wanted: {
      arousal: continuation.arousal.map((value) => value + pull.arousal),
      valence: continuation.valence.map((value) => value + pull.valence),
    },
    pull: { target, pull, remaining: distance * (1 - share) },
  };
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
