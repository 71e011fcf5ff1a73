/** A point on Russell's circumplex: both axes in [-1, 1], 0 = neutral. */
export interface MoodPoint {
  readonly arousal: number;
  readonly valence: number;
}
