import { FORECAST_STEPS, interleave } from './forecast-score.ts';
import type { MixtureRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';

/** Movements below this are taken for this: a set of constant curves must not weigh without bound. */
const SMALLEST_MOVEMENT = 1e-6;

/** How much curves move, and how much each set counts. */
export interface SetScales {
  /** Typical change after each number of steps, in units of the axes; the network answers in these. */
  readonly units: Float64Array;
  /** Root mean square change of each set (by its place in the recipe's curves) after each number of steps, in `units`. */
  readonly movements: readonly Float64Array[];
  /** Weight of each set; 1 on average over all moments. */
  readonly shares: Float64Array;
}

/**
 * Scales of a training set. Sets differ tenfold in how much their curves move and in size: the typical change is the
 * geometric mean of theirs, and a set has a say that grows with its size to the recipe's power.
 */
export function setScales(songs: readonly SequenceSong[], recipe: MixtureRecipe): SetScales {
  const squares = recipe.curves.map(() => new Float64Array(FORECAST_STEPS));
  const counts = recipe.curves.map(() => new Float64Array(FORECAST_STEPS));
  for (const song of songs) {
    const set = recipe.curves.indexOf(song.set);
    const pairs = interleave(song);
    for (let ahead = 1; ahead <= FORECAST_STEPS; ahead++) {
      for (let i = 2 * ahead; i < pairs.length; i++) {
        squares[set][ahead - 1] += (pairs[i] - pairs[i - 2 * ahead]) ** 2;
        counts[set][ahead - 1]++;
      }
    }
  }
  const present = recipe.curves.map((_, set) => set).filter((set) => counts[set][0] > 0);
  const movement = (set: number, ahead: number): number =>
    Math.max(SMALLEST_MOVEMENT, Math.sqrt(squares[set][ahead] / Math.max(1, counts[set][ahead])));
  const units = Float64Array.from({ length: FORECAST_STEPS }, (_, ahead) => {
    const logs = present.map((set) => Math.log(movement(set, ahead)));
    return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  });
  const says = counts.map(([count]) => (count === 0 ? 0 : count ** recipe.sizePower));
  const allSays = says.reduce((sum, say) => sum + say, 0);
  const all = counts.reduce((sum, [count]) => sum + count, 0);
  return {
    units,
    movements: recipe.curves.map((_, set) => units.map((unit, ahead) => movement(set, ahead) / unit)),
    shares: Float64Array.from(says, (say, set) => (say === 0 ? 0 : (say / allSays) * (all / counts[set][0]))),
  };
}
