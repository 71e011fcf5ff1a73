import type { Curve } from '../../contract/analysis.ts';
import type { SongNormalisation } from '../model-files/normalisation-types.ts';
import { clampToAxis } from '../network-output.ts';
import { smoothCurve } from './smooth-curve.ts';

/** Numbers that the two recurrent networks give for a clip: arousal, valence and the logarithms of their variances. */
export const SONG_ANSWERS = 4;

/** Bounds of a value's standard deviation: an axis is 2 long, and nobody's mood is known to a hundredth. */
const LEAST_UNCERTAINTY = 0.02;
const MOST_UNCERTAINTY = 1;

export interface SongCurve extends Curve {
  readonly uncertainty: Curve;
}

/**
 * The networks' answers, mixed, as a curve with its uncertainty, both smoothed. The networks do not know how loud the music is;
 * louder is more arousing by so much a decibel (Ilie & Thompson 2006).
 * @param answers of the recurrent networks, `[clips, 4]`
 * @param likeness answers of the landmark network, `[clips, 2]`
 * @param levels how loud each clip is, dB
 */
export function toSongCurve(
  answers: Float32Array,
  likeness: Float32Array,
  levels: ArrayLike<number>,
  normalisation: Omit<SongNormalisation, 'mean' | 'standardDeviation'>,
): SongCurve {
  const { smoothingReach, uncertaintyScale, arousalPerDb, referenceLevelDb } = normalisation;
  const { share } = normalisation.surroundings;
  const axisOf = (output: number, map: (value: number, clip: number) => number): Float32Array => {
    const values = Float32Array.from({ length: answers.length / SONG_ANSWERS }, (_, clip) =>
      map(answers[clip * SONG_ANSWERS + output], clip),
    );
    return smoothCurve(values, smoothingReach);
  };
  const mixed = (said: number, clip: number, axis: 0 | 1): number =>
    (1 - share) * said + share * likeness[2 * clip + axis];
  const deviation =
    (scale: number) =>
    (logVariance: number): number => {
      const value = scale * Math.exp(logVariance / 2);
      // What is no number is not known at all.
      return value < MOST_UNCERTAINTY ? Math.max(LEAST_UNCERTAINTY, value) : MOST_UNCERTAINTY;
    };
  return {
    // A value that is no number would spread to its neighbours.
    arousal: axisOf(0, (value, clip) =>
      clampToAxis(mixed(value, clip, 0) + arousalPerDb * (levels[clip] - referenceLevelDb)),
    ),
    valence: axisOf(1, (value, clip) => clampToAxis(mixed(value, clip, 1))),
    uncertainty: {
      arousal: axisOf(2, deviation(uncertaintyScale.arousal)),
      valence: axisOf(3, deviation(uncertaintyScale.valence)),
    },
  };
}
