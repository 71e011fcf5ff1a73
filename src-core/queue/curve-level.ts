import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';

/** Mean of a curve's steps; at least one. */
export function curveLevel({ arousal, valence }: Curve): MoodPoint {
  return { arousal: mean(arousal), valence: mean(valence) };
}

/** A curve with the same added to each of its steps. */
export function shiftCurve({ arousal, valence }: Curve, by: MoodPoint): Curve {
  return {
    arousal: arousal.map((value) => value + by.arousal),
    valence: valence.map((value) => value + by.valence),
  };
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
