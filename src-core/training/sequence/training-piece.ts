import { separate } from '../../contract/seam.ts';
import { readCurve, type CurveReading } from '../../emotion/curve-reading.ts';
import type { Random } from '../run/random.ts';
import type { MixtureRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';

/** Most steps of a stretch that is taken away. */
const LONGEST_GAP = 10;

/** A stretch of a song as it is shown in one epoch. */
export interface TrainingPiece {
  readonly set: SequenceSong['set'];
  /** What is shown, missing steps and all. */
  readonly reading: CurveReading;
  readonly steps: number;
  /** What came in truth, from the piece's first step to the song's last: `[any, 2]`. */
  readonly truth: Float32Array;
}

/**
 * A piece of a song that starts at random, so that nothing is learnt of where in a song it lies; at times mirrored on
 * either axis, at times with a gap.
 */
export function drawPiece(song: SequenceSong, recipe: MixtureRecipe, random: Random): TrainingPiece {
  const length = song.arousal.length;
  const start = random.integer(Math.max(1, length - recipe.fewestSteps + 1));
  const steps = Math.min(recipe.history, length - start);
  const signs = [1, 1].map(() => (random.uniform() < recipe.mirror ? -1 : 1));
  const truth = new Float32Array((length - start) * 2);
  for (let step = start; step < length; step++) {
    truth[2 * (step - start)] = song.arousal[step] * signs[0];
    truth[2 * (step - start) + 1] = song.valence[step] * signs[1];
  }
  const shown = truth.slice(0, 2 * steps);
  if (random.uniform() < recipe.gap && steps > 1) {
    const first = 1 + random.integer(steps - 1);
    shown.fill(NaN, 2 * first, 2 * (first + 1 + random.integer(LONGEST_GAP)));
  }
  return { set: song.set, reading: readCurve(separate(shown)), steps, truth };
}
