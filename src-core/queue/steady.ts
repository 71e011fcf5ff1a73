import { type Curve, HOP_SECONDS } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import { curveLevel } from './curve-level.ts';
import { openingLevel, type Openings } from './openings.ts';

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

/** The same of its forecasts: each step ahead adds its own. What they move by is believed as little. */
const FORECAST_STRAY = { arousal: 0.044, valence: 0.0064 } as const;

/** What lies further from a track's mean than this, in the model's usual unrest, is hardly unrest: the track has turned. */
const TURNS_BEYOND = 2;

/**
 * Share of what a model says about one end of a track, as against the whole of it, that is to be believed; per axis,
 * in [0, 1]. An excerpt of half a minute hardly turns, so what its ends stray is mostly the model's unrest; the intro of
 * a whole song is truly something else. So is what strays further than unrest ever does, however short the track: of that, all but the square of {@link TURNS_BEYOND} times the unrest is
 * believed.
 *
 * @param stray of that end: its level less the track's mean
 */
export function beliefInEnds(durationSeconds: number, stray: MoodPoint): MoodPoint {
  const usual = beliefIn(durationSeconds, MODEL_STRAY);
  const share = (axis: 'arousal' | 'valence'): number =>
    Math.max(usual[axis], 1 - (TURNS_BEYOND ** 2 * MODEL_STRAY[axis]) / stray[axis] ** 2);
  return { arousal: share('arousal'), valence: share('valence') };
}

function beliefIn(durationSeconds: number, stray: MoodPoint): MoodPoint {
  const length = Math.min(Math.max(durationSeconds, 1), LONGEST_RATED_SECONDS) / TRUE_STRAY.excerptSeconds;
  const share = (axis: 'arousal' | 'valence'): number => {
    const truth = TRUE_STRAY[axis].excerpt * length ** TRUE_STRAY[axis].exponent;
    return truth / (truth + stray[axis]);
  };
  return { arousal: share('arousal'), valence: share('valence') };
}

/** Draws one end of a track toward the track's mean, as far as its stray from there is not to be believed. @param curve that end, at least one pair */
export function steadyEnd(curve: Curve, mean: MoodPoint, durationSeconds: number): Curve {
  const level = curveLevel(curve);
  const belief = beliefInEnds(durationSeconds, strayOf(level, mean));
  const draw = (values: Float32Array, to: number, share: number): Float32Array =>
    values.map((value) => to + share * (value - to));
  return {
    arousal: draw(curve.arousal, mean.arousal, belief.arousal),
    valence: draw(curve.valence, mean.valence, belief.valence),
  };
}

function strayOf(level: MoodPoint, mean: MoodPoint): MoodPoint {
  return { arousal: level.arousal - mean.arousal, valence: level.valence - mean.valence };
}

/** Seconds in which what is expected lets go of the very last value, for where the music was over its last seconds. */
const LETS_GO_SECONDS = 1;

/**
 * Seconds in which music comes two thirds of the way back to its mean: on listeners' ratings over time of 26 whole songs of DEAM, 0.83 of
 * how far ten seconds lay from it was left in the ten seconds after them.
 */
const COMES_BACK_SECONDS = 45;

/**
 * What is expected after a track as far as it is to be believed. Music stays where its last seconds are believed to have been, and comes
 * back to its mean slowly; a forecast moves it from there by as much of its own movement as is borne out. It sets out from where the drawn end lies, since music does not leap.
 *
 * @param closing what the forecast was made from, at least one pair
 */
export function steadyForecast(
  forecast: Curve,
  closing: Curve,
  mean: MoodPoint,
  durationSeconds: number,
): Curve {
  const level = curveLevel(closing);
  const inEnds = beliefInEnds(durationSeconds, strayOf(level, mean));
  const inForecasts = beliefIn(durationSeconds, FORECAST_STRAY);
  const axisOf = (axis: 'arousal' | 'valence'): Float32Array => {
    const away = inEnds[axis] * (level[axis] - mean[axis]);
    const leap = inEnds[axis] * (closing[axis][closing[axis].length - 1] - level[axis]);
    const [first] = forecast[axis];
    return forecast[axis].map((value, step) => {
      const seconds = (step + 0.5) * HOP_SECONDS;
      const stays =
        away * Math.exp(-seconds / COMES_BACK_SECONDS) + leap * Math.exp(-seconds / LETS_GO_SECONDS);
      return mean[axis] + stays + inForecasts[axis] * (value - first);
    });
  };
  return { arousal: axisOf('arousal'), valence: axisOf('valence') };
}

/**
 * {@link steadyEnd} for every opening, in place: a million openings are not to be held twice.
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
    const mean = { arousal: means[2 * row], valence: means[2 * row + 1] };
    const belief = beliefInEnds(durationsSeconds[row], strayOf(openingLevel(openings, row), mean));
    const end = (row * stepsPerRow + stepCounts[row]) * 2;
    for (let at = row * stepsPerRow * 2; at < end; at += 2) {
      values[at] = mean.arousal + belief.arousal * (values[at] - mean.arousal);
      values[at + 1] = mean.valence + belief.valence * (values[at + 1] - mean.valence);
    }
  }
}
