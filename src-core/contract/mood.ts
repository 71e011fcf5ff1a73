/** A point on Russell's circumplex: both axes in [-1, 1], 0 = neutral. */
export interface MoodPoint {
  readonly arousal: number;
  readonly valence: number;
}

/** How far apart two points lie, in units of the circumplex. */
export function moodDistance(one: MoodPoint, other: MoodPoint): number {
  return Math.hypot(one.arousal - other.arousal, one.valence - other.valence);
}
