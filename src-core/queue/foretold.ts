import { ROUGH_BEYOND } from '../contract/seam.ts';
import type { MoodPoint } from '../contract/mood.ts';

/** Standard deviations to either side that hold 70% of a normal distribution: how wide the band of a forecast is drawn. */
export const HOLDS_70_PERCENT = 1.0364;

/** Which way an opening leaves what was foretold, per axis: 1 above, -1 below, 0 as foretold. */
export interface Departure {
  readonly arousal: -1 | 0 | 1;
  readonly valence: -1 | 0 | 1;
}

/**
 * How an opening departs from the forecast: on each axis on which it lies outside of the band. Where it lies within both and
 * the seam is rough for all that, on the axis that makes it so.
 *
 * @param heading and `opened`: means over the seconds that are compared
 * @param variance of the forecast per axis
 */
export function departureFrom(heading: MoodPoint, opened: MoodPoint, variance: MoodPoint): Departure {
  const step = { arousal: opened.arousal - heading.arousal, valence: opened.valence - heading.valence };
  const outside = (axis: 'arousal' | 'valence'): -1 | 0 | 1 =>
    Math.abs(step[axis]) > HOLDS_70_PERCENT * Math.sqrt(variance[axis]) ? signOf(step[axis]) : 0;
  const departure = { arousal: outside('arousal'), valence: outside('valence') };
  const isWithin = departure.arousal === 0 && departure.valence === 0;
  if (!isWithin || Math.hypot(step.arousal, step.valence) <= ROUGH_BEYOND) return departure;
  return Math.abs(step.arousal) >= Math.abs(step.valence)
    ? { arousal: signOf(step.arousal), valence: 0 }
    : { arousal: 0, valence: signOf(step.valence) };
}

function signOf(value: number): -1 | 1 {
  return value < 0 ? -1 : 1;
}
