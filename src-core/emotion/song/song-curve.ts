import type { Curve } from '../../contract/analysis.ts';
import type { SongNormalisation } from '../model-files/normalisation-types.ts';
import { clampToAxis } from '../network-output.ts';
import { smoothCurve } from './smooth-curve.ts';

/** Numbers that the song networks give for a clip: arousal, valence and the logarithms of their variances. */
export const SONG_ANSWERS = 4;

/** Bounds of a value's standard deviation: an axis is 2 long, and nobody's mood is known to a hundredth. */
const LEAST_UNCERTAINTY = 0.02;
const MOST_UNCERTAINTY = 1;

export interface SongCurve extends Curve {
  readonly uncertainty: Curve;
}

/**
 * The networks' answers as a curve with its uncertainty, both smoothed. The networks do not know how loud the music is;
 * louder is more arousing by so much a decibel (Ilie & Thompson 2006).
 * @param answers pieces of `[clips, 4]`, in order
 * @param levels how loud each clip is, dB
 */
export function toSongCurve(
  answers: readonly Float32Array[],
  levels: ArrayLike<number>,
  normalisation: Omit<SongNormalisation, 'mean' | 'standardDeviation'>,
): SongCurve {
  const { smoothingReach, uncertaintyScale, arousalPerDb, referenceLevelDb } = normalisation;
  const axisOf = (output: number, map: (value: number, clip: number) => number): Float32Array => {
    const clips = answers.reduce((sum, piece) => sum + piece.length / SONG_ANSWERS, 0);
    const values = new Float32Array(clips);
    let clip = 0;
    for (const piece of answers) {
      for (let i = output; i < piece.length; i += SONG_ANSWERS) {
        values[clip] = map(piece[i], clip);
        clip++;
      }
    }
    return smoothCurve(values, smoothingReach);
  };
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
      clampToAxis(value + arousalPerDb * (levels[clip] - referenceLevelDb)),
    ),
    valence: axisOf(1, clampToAxis),
    uncertainty: {
      arousal: axisOf(2, deviation(uncertaintyScale.arousal)),
      valence: axisOf(3, deviation(uncertaintyScale.valence)),
    },
  };
}
