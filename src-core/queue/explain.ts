import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { TargetPull } from '../contract/queue.ts';
import { describeMood } from './describe-mood.ts';
import { STRICT_TOLERANCE } from './strict.ts';

/** Seams above this are told as what they are: the nearest there is. About the median jump of a random order. */
const ROUGH_SEAM = 0.25;

/** The sentence a listener reads under the next track: where the music is heading, how this opens, what the target did. */
export function explainSeam(seam: {
  continuation: Curve;
  opening: Curve;
  seamDistance: number;
  pull: TargetPull | null;
}): string {
  const heading = describeMood(meanPoint(seam.continuation));
  const opens = describeMood(meanPoint(seam.opening));
  const meeting =
    seam.seamDistance > ROUGH_SEAM
      ? `The nearest there is: the music is heading ${heading}, and this opens ${opens}.`
      : heading === opens
        ? `Carries on: the music is heading ${heading}, and this opens just so.`
        : `Carries on: the music is heading ${heading}, and this opens ${opens}.`;
  return seam.pull === null ? meeting : `${meeting} ${explainPull(seam.pull)}`;
}

export function explainStrict(seamDistance: number): string {
  return `Its first half second is ${seamDistance.toFixed(2)} from the predicted one, within ${STRICT_TOLERANCE} on both axes.`;
}

function explainPull(pull: TargetPull): string {
  const wish = describeMood(pull.target);
  return pull.remaining === 0 ? `Stays with your wish, ${wish}.` : `A step toward your wish, ${wish}.`;
}

function meanPoint(curve: Curve): MoodPoint {
  const steps = Math.max(1, curve.arousal.length);
  return {
    arousal: curve.arousal.reduce((sum, value) => sum + value, 0) / steps,
    valence: curve.valence.reduce((sum, value) => sum + value, 0) / steps,
  };
}
