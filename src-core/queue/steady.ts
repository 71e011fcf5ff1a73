import { type Curve, HOP_SECONDS } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { Openings } from './openings.ts';

/**
 * How far the ten seconds at either end of a song truly lie from the song's mean: mean square on listeners' ratings
 * over time, 1 614 excerpts of 30 s and 26 whole songs of DEAM. Between and beyond, a power of the length.
 */
const TRUE_STRAY = {
  excerptSeconds: 30,
  arousal: { excerpt: 0.0019, exponent: 1.64 },
  valence: { excerpt: 0.0013, exponent: 1.35 },
} as const;

/** Longest song that the ratings over time tell about, in seconds. */
const LONGEST_RATED_SECONDS = 225;

/** How far the model's ends stray from the mean without any listener saying so: mean square, on held-out excerpts. */
const MODEL_STRAY = { arousal: 0.0068, valence: 0.0008 } as const;

/** The same of its forecasts: each step ahead adds its own. */
const FORECAST_STRAY = { arousal: 0.044, valence: 0.0064 } as const;

/**
 * Share of what a model says about one end of a track, as against the whole of it, that is to be believed; per axis,
 * in [0, 1]. An excerpt of half a minute hardly turns, so what its ends stray is mostly the model's unrest; the intro of
 * a whole song is truly something else.
 */
export function beliefInEnds(durationSeconds: number): MoodPoint {
  return beliefIn(durationSeconds, MODEL_STRAY);
}

function beliefIn(durationSeconds: number, stray: MoodPoint): MoodPoint {
  const length = Math.min(Math.max(durationSeconds, 1), LONGEST_RATED_SECONDS) / TRUE_STRAY.excerptSeconds;
  const share = (axis: 'arousal' | 'valence'): number => {
    const truth = TRUE_STRAY[axis].excerpt * length ** TRUE_STRAY[axis].exponent;
    return truth / (truth + stray[axis]);
  };
  return { arousal: share('arousal'), valence: share('valence') };
}

/** Draws a curve at one end of a track toward the track's mean, as far as its stray from there is not to be believed. */
export function steadyCurve(curve: Curve, mean: MoodPoint, belief: MoodPoint): Curve {
  const draw = (values: Float32Array, to: number, share: number): Float32Array =>
    values.map((value) => to + share * (value - to));
  return {
    arousal: draw(curve.arousal, mean.arousal, belief.arousal),
    valence: draw(curve.valence, mean.valence, belief.valence),
  };
}

/** Seconds in which a forecast lets go of where the track's end was. */
const LETS_GO_SECONDS = 1;

/**
 * A forecast as far as it is to be believed, drawn toward the track's mean like {@link steadyCurve}. It sets out from where the track's end
 * is believed to lie: music does not leap because its end is believed more than what is foretold.
 *
 * @param closing what it was made from, at least one pair
 */
export function steadyForecast(
  forecast: Curve,
  closing: Curve,
  mean: MoodPoint,
  durationSeconds: number,
): Curve {
  const steady = steadyCurve(forecast, mean, beliefIn(durationSeconds, FORECAST_STRAY));
  const inEnds = beliefInEnds(durationSeconds);
  const axisOf = (axis: 'arousal' | 'valence'): Float32Array => {
    const last = closing[axis][closing[axis].length - 1];
    const leap = mean[axis] + inEnds[axis] * (last - mean[axis]) - steady[axis][0];
    return steady[axis].map(
      (value, step) => value + leap * Math.exp((-(step + 0.5) * HOP_SECONDS) / LETS_GO_SECONDS),
    );
  };
  return { arousal: axisOf('arousal'), valence: axisOf('valence') };
}

/**
 * {@link steadyCurve} for every opening, in place: a million openings are not to be held twice.
 *
 * @param means mean of each row's whole curve, arousal and valence interleaved
 * @param durationsSeconds length of each row's track
 */
export function steadyOpenings(
  openings: Openings,
  means: Float32Array,
  durationsSeconds: Float32Array,
): void {
  const { stepsPerRow, stepCounts, values } = openings;
  for (let row = 0; row < stepCounts.length; row++) {
    const belief = beliefInEnds(durationsSeconds[row]);
    const end = (row * stepsPerRow + stepCounts[row]) * 2;
    for (let at = row * stepsPerRow * 2; at < end; at += 2) {
      values[at] = means[2 * row] + belief.arousal * (values[at] - means[2 * row]);
      values[at + 1] = means[2 * row + 1] + belief.valence * (values[at + 1] - means[2 * row + 1]);
    }
  }
}
