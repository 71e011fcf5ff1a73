import type { MoodPoint } from '../../src-core/contract/mood.ts';

interface PlainCurve {
  readonly hopSeconds: number;
  readonly arousal: readonly number[];
  readonly valence: readonly number[];
}

/** The mean of a curve between two times; null where it has no value there. */
export function meanMood(curve: PlainCurve, fromSeconds: number, toSeconds: number): MoodPoint | null {
  const from = Math.max(0, Math.floor(fromSeconds / curve.hopSeconds));
  const to = Math.min(Math.ceil(toSeconds / curve.hopSeconds), curve.arousal.length);
  if (to <= from) return null;
  return { arousal: mean(curve.arousal.slice(from, to)), valence: mean(curve.valence.slice(from, to)) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
