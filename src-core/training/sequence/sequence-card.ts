import { mean, standardDeviation } from '../metrics/regression.ts';
import type { CardOrigin, SequenceCard } from '../report/card.ts';
import { rightsOf } from '../report/data-rights.ts';
import type { FoldSums } from './cross-validate-sequence.ts';
import { addForecastSums, forecastScore, forecastSpread, REPORTED_SECONDS } from './forecast-score.ts';
import type { SequenceRecipe } from './sequence-recipe.ts';
import type { CurveSet, SequenceSong } from './sequence-songs.ts';

export interface SequenceCardFacts {
  readonly recipe: SequenceRecipe;
  readonly songs: readonly SequenceSong[];
  /** Baselines and, last, the model itself. */
  readonly rows: readonly { row: string; sums: FoldSums }[];
  /** Root mean square error of every step ahead on held-out curves of the kind that the app feeds in. */
  readonly spread: { arousal: number[]; valence: number[] };
  readonly parameters: number;
  readonly epochs: number;
  readonly origin: CardOrigin;
}

const LIMITS = [
  'It says little more than "nothing changes, and what shot up comes down": its gain over persistence is small.',
  'It knows nothing of the song but five seconds of its curve, so it cannot foresee a chorus.',
  'People rated the curves while listening, with a lag of a second or two.',
];

/** The card of a sequence model, from what its run found. */
export function sequenceCard(facts: SequenceCardFacts): SequenceCard {
  const { recipe } = facts;
  return {
    model: 'sequence',
    recipe: recipe.name,
    purpose: 'How a curve of arousal and valence goes on.',
    input: `the last ${recipe.history} half-second pairs (${recipe.input})`,
    output: `the next ${recipe.horizon} pairs (${recipe.predicts === 'change' ? 'change from the last pair' : 'as such'})`,
    architecture:
      `LSTM ${recipe.units.join(' - ')} units, last step, linear layer to ${recipe.horizon * 2}` +
      (recipe.members > 1 ? `; ${recipe.members} such networks averaged into one` : ''),
    parameters: facts.parameters,
    epochs: facts.epochs,
    origin: facts.origin,
    data: recipe.curves.map((set) => dataRow(set, facts.songs)),
    split:
      'Five folds by song (heard curves: by artist); early stopping by a part of the training folds; metrics on the ' +
      'held-out fold only, all folds together. Shipped weights are trained on all folds for the mean number of ' +
      'epochs that the folds stopped at.',
    settings: { ...recipe },
    heldOutError: {
      arousal: rootMeanSquare(facts.spread.arousal),
      valence: rootMeanSquare(facts.spread.valence),
    },
    limits: LIMITS,
    horizonsSeconds: [...REPORTED_SECONDS],
    metrics: facts.rows.flatMap(({ row, sums }) => metricRows(row, sums)),
  };
}

/** Spread of forecasts over the curves that are most like the app's own: heard ones, or else rated ones. */
export function spreadOf(model: FoldSums): { arousal: number[]; valence: number[] } {
  return forecastSpread(addForecastSums(model.get('heard') ?? model.get('emomusic')!));
}

function metricRows(row: string, sums: FoldSums): SequenceCard['metrics'] {
  return [...sums].map(([set, folds]) => {
    const { mse, persistenceMse, skill } = forecastScore(addForecastSums(folds));
    const perFold = folds.map((fold) => forecastScore(fold).skill);
    return {
      row,
      curves: set,
      mse,
      persistenceMse,
      skill,
      skillFoldSd: skill.map((_, i) => standardDeviation(perFold.map((values) => values[i]))),
    };
  });
}

function dataRow(set: CurveSet, songs: readonly SequenceSong[]): SequenceCard['data'][number] {
  const n = songs.filter((song) => song.set === set).length;
  return set === 'heard'
    ? {
        dataset: 'heard',
        n,
        use: 'curves that the clip model hears in held-out excerpts of its own data',
        rights: 'as the data of the clip model',
      }
    : { dataset: set, n, use: 'rated curves', rights: rightsOf(set) };
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}
