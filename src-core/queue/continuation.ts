import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { Continuation } from './expected-jump.ts';
import { steadyForecast } from './steady.ts';

/** What the sequence model says of how a curve goes on, with how sure it is where it says so. */
export type SpreadForecast = Curve & { readonly spread?: Curve | null };

/** The end of a track, from which a forecast was made. */
export interface TrackEnd {
  /** The last pairs of its music, at least one. */
  readonly closing: Curve;
  /** Of its whole curve. */
  readonly mean: MoodPoint;
  readonly durationSeconds: number;
  /** Variance of the error in its curve, per axis, as far as it is to count. */
  readonly error: MoodPoint;
}

/** How a track goes on after its end, as far as its forecast is to be believed, and how sure that is. */
export function continuationAfter(end: TrackEnd, forecast: SpreadForecast): Continuation {
  const { closing, mean, durationSeconds, error } = end;
  return {
    ...steadyForecast(forecast, closing, mean, durationSeconds),
    variance: {
      arousal: error.arousal + meanSquare(forecast.spread?.arousal),
      valence: error.valence + meanSquare(forecast.spread?.valence),
    },
  };
}

function meanSquare(values: Float32Array | undefined): number {
  if (values === undefined || values.length === 0) return 0;
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
