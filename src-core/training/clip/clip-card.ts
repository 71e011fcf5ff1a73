import type { CardOrigin, ClipCard } from '../report/card.ts';
import { rightsOf } from '../report/data-rights.ts';
import type { SongRecipes } from '../song/train-song.ts';
import { lowered, type Offsets } from '../song/held-out-offsets.ts';
import { heldOutCoverage, type HeldOutError } from '../song/uncertainty.ts';
import { clipArchitecture } from './clip-architecture.ts';
import type { ClipRecipe } from './clip-recipe.ts';
import { APP_SCALE_DATASET } from './app-scale.ts';
import type { ClipCrossValidation } from './cross-validate-clip.ts';
import { middleOf, quadrantRow, ratedRow, type HeldOutAnswer } from './excerpt-metrics.ts';
import type { SeedSpread } from './seed-spread.ts';
import { ratingScales, type TrainingExcerpt } from './training-excerpt.ts';

/** One row of the card's table: a model's name and its held-out answers. */
export interface MetricRow {
  readonly row: string;
  readonly answers: readonly HeldOutAnswer[];
}

export interface ClipCardFacts {
  readonly recipe: ClipRecipe;
  /** Recipes of the song networks; null where clips are heard alone. */
  readonly song: SongRecipes | null;
  readonly excerpts: readonly TrainingExcerpt[];
  readonly crossValidation: Pick<ClipCrossValidation, 'answers' | 'meanAbsoluteStep'>;
  /** Errors of the answers for rated excerpts; null where the model does not say how sure it is. */
  readonly errors: readonly HeldOutError[] | null;
  /** By which answers to a data set are to be told lower on its own scale. */
  readonly offsets: Offsets;
  /** Null where it was not measured. */
  readonly seedSpread: SeedSpread | null;
  /** CPU seconds that the model takes for a song of four minutes. */
  readonly cpuSeconds: number;
  /** Baselines and, last, the model itself. */
  readonly rows: readonly MetricRow[];
  readonly parameters: number;
  readonly epochs: number;
  readonly origin: CardOrigin;
}

const HEARS_CLIPS = 'It hears half a second at a time and knows nothing of what came before it.';
const HEARS_AROUND =
  'Half of a sudden turn shows within about two seconds around it, the rest over half a minute.';
const LIMITS = [
  'Valence is much harder to hear than arousal: read it as a tendency, not as a fact.',
  'Ratings come from listeners of mostly Western, mostly instrumental excerpts; lyrics are not understood.',
  'Genres, cultures and recording qualities far from the training data were never heard.',
];

/** The card of a clip model, from what its run found. */
export function clipCard(facts: ClipCardFacts): ClipCard {
  const { recipe, song, excerpts, crossValidation, rows } = facts;
  const metrics = rows.flatMap(({ row, answers }) =>
    ratedDatasets(answers).map((dataset) => ({ row, dataset, ...ratedRow(answers, dataset) })),
  );
  const own = ratedRow(crossValidation.answers, APP_SCALE_DATASET);
  const quadrants = quadrantRow(crossValidation.answers, '4q', middleOf(excerpts));
  return {
    model: 'clip',
    recipe: recipe.name,
    purpose: 'How music feels, every half second: arousal and valence.',
    input:
      recipe.normalisation === 'audible'
        ? '44 x 51 audible levels in dB (pairs of the lowest 102 of 128 mel bands, nothing that lies 45 dB below the loudest of late or is hidden by a ' +
          "louder band or moment), relative to the clip's mean, by statistics of the training set; the mean itself comes in at the end"
        : '44 x 128 mel levels in dB, each clip standardised by itself',
    output: `arousal and valence in [-1, 1] on the scale of ${APP_SCALE_DATASET}`,
    architecture: clipArchitecture(recipe, song),
    parameters: facts.parameters,
    epochs: facts.epochs,
    origin: facts.origin,
    data: dataRows(recipe, song, excerpts),
    split:
      'Five folds by artist; metrics on the held-out fold only, all folds together, excerpts rated by the mean over ' +
      'their clips. ' +
      (recipe.patience === null
        ? 'Every network is trained for a fixed number of epochs; nothing looks at the held-out fold.'
        : 'In each turn a part of the four training folds decides when to stop, then the network is trained on all four ' +
          'for as long.') +
      ' Shipped weights are trained on all folds.' +
      (song === null
        ? ''
        : ` The recurrent song networks are trained for ${song.recipe.epochs} epochs upon the clip network of the same folds, with the ` +
          'quadrants of 4q, the inner description of the teacher and the arousal that kernel regression says (fitted ' +
          'within the training folds) as further tasks; the landmark network is fitted to ratings and quadrants of the same ' +
          'folds, its share fixed beforehand. Answers to gtzan-av are told lower by how much those of the ' +
          'other folds were too high (at the start of a song the networks know little, and its excerpts last six seconds).'),
    settings: song === null ? { ...recipe } : { ...recipe, song: song.recipe, landmarks: song.landmarks },
    ratingScales: toldScales(facts),
    neutral: middleOf(excerpts),
    cpuSecondsPerFourMinutes: facts.cpuSeconds,
    heldOutError: { arousal: own.arousal.rmse, valence: own.valence.rmse },
    limits: [song === null ? HEARS_CLIPS : HEARS_AROUND, ...LIMITS],
    metrics,
    seedSpread: facts.seedSpread,
    bandCoverage: facts.errors === null ? null : Object.fromEntries(heldOutCoverage(facts.errors)),
    quadrants: quadrants === null ? null : { dataset: '4q', ...quadrants },
    meanAbsoluteStep: crossValidation.meanAbsoluteStep,
  };
}

/** The scale that each data set's answers are told on. */
function toldScales({ excerpts, offsets }: ClipCardFacts): ClipCard['ratingScales'] {
  const scales = ratingScales(excerpts);
  const app = scales.get(APP_SCALE_DATASET)!;
  return Object.fromEntries(
    [...scales].map(([dataset, scale]) => [dataset, lowered(scale, offsets.get(dataset), app)]),
  );
}

function ratedDatasets(answers: readonly HeldOutAnswer[]): string[] {
  const rated = answers.filter(({ excerpt }) => excerpt.rating !== null);
  return [...new Set(rated.map(({ excerpt }) => excerpt.dataset))];
}

function dataRows(
  recipe: ClipRecipe,
  song: SongRecipes | null,
  excerpts: readonly TrainingExcerpt[],
): ClipCard['data'] {
  const rows = recipe.datasets.map((dataset) => {
    const own = excerpts.filter(({ excerpt }) => excerpt.dataset === dataset);
    const rated = own.some(({ excerpt }) => excerpt.rating !== null);
    const placed = song !== null && own.some(({ excerpt }) => excerpt.quadrant !== null);
    const use = [
      rated ? 'ratings' : '',
      placed ? 'quadrants' : '',
      song !== null && (rated || placed) ? 'landmarks' : '',
      recipe.teacherWeight > 0 ? 'soft targets' : '',
    ]
      .filter(Boolean)
      .join(', ');
    return { dataset, n: own.length, use: use || 'none', rights: rightsOf(dataset) };
  });
  const taught = excerpts.filter(({ teacher }) => teacher !== null).length;
  return recipe.teacherWeight > 0
    ? [...rows, { dataset: 'teacher', n: taught, use: 'soft targets', rights: rightsOf('teacher') }]
    : rows;
}
