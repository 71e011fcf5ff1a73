import type { CardOrigin, SequenceCard } from '../report/card.ts';
import { rightsOf } from '../report/data-rights.ts';
import { FORECAST_STEPS, REPORTED_SECONDS } from './forecast-score.ts';
import type { CurveSet, SequenceRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';

export interface SequenceCardFacts extends Pick<
  SequenceCard,
  'metrics' | 'bandCoverage' | 'seedSpread' | 'heldOutError' | 'parameters' | 'epochs'
> {
  readonly recipe: SequenceRecipe;
  readonly songs: readonly SequenceSong[];
  readonly origin: CardOrigin;
}

const LIMITS = [
  'It says little more than "nothing changes, and what moves goes on a little": its gain over persistence is small.',
  'It knows nothing of the song but its curve, so it cannot foresee a chorus.',
  'People rated the curves while listening, with a lag of a second or two.',
  'Rated curves span 15 to 45 s of their songs, but for 29 whole ones: of endings it knows little.',
];

const FOLDS =
  'Five folds by song (heard curves: by artist); a song rated in both emomusic and deam lies in one fold. Metrics on the ' +
  'held-out fold only, all folds together, at every moment with ten pairs (5 s) up to it, a horizon counting wherever the ' +
  'curve reaches that far; every row is scored on the same moments, mean over both axes. Ridge AR(10) is fitted on the ' +
  'training folds of the set that it is scored on; the other rows are one model for all sets.';

/** The card of a sequence model, from what its run found. */
export function sequenceCard(facts: SequenceCardFacts): SequenceCard {
  const { recipe, songs, ...found } = facts;
  return {
    model: 'sequence',
    recipe: recipe.name,
    purpose: 'How a curve of arousal and valence goes on.',
    ...descriptionOf(recipe),
    data: recipe.curves.map((set) => dataRow(set, songs)),
    settings: { ...recipe },
    limits: LIMITS,
    horizonsSeconds: [...REPORTED_SECONDS],
    ...found,
  };
}

function descriptionOf(
  recipe: SequenceRecipe,
): Pick<SequenceCard, 'input' | 'output' | 'architecture' | 'split'> {
  const lstm = `LSTM ${recipe.units.join(' - ')} units`;
  if (recipe.name === 'paper') {
    return {
      input: `the last ${recipe.history} half-second pairs`,
      output: 'the next pair; a forecast applies the network to its own answers',
      architecture: `${lstm}, last step, linear layer to 2`,
      split:
        `${FOLDS} Early stopping by a part of the training folds. Shipped weights are trained on all folds for the mean ` +
        'number of epochs.',
    };
  }
  return {
    input:
      `the half-second pairs of a curve, at most the last ${recipe.history}, at least one; missing ones are held and ` +
      `marked. A step tells its pair, the offsets of the ${recipe.inputOffsets} before it, whether it was known and how ` +
      'long the history is',
    output: `the next ${FORECAST_STEPS} pairs, and the half-width of the band around each that holds 70% of outcomes`,
    architecture:
      `Autoregressions over the last ${recipe.lags} pairs, one begun as a ridge regression on each set of curves ` +
      `(numbers in normalisation.json), beside an ${lstm} whose linear layer gives, at every step, the softmax weights of ` +
      'the autoregressions, a correction to their sum and the logarithms of the bands; all trained together, then all that ' +
      'is linear moved to its least squares optimum',
    split:
      `${FOLDS} No early stopping: a fixed number of epochs. The bands are multiplied with one factor for each step and ` +
      'axis, found on the held-out errors themselves, so that they hold 70% of them, all sets alike. Settings were ' +
      'chosen on fold 0; one short run on all folds was seen before, and nothing was chosen by it.',
  };
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
