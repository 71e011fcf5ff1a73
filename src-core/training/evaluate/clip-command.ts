import { resolve } from 'node:path';
import { Command } from 'commander';
import { middleOf, quadrantRow, ratedRow } from '../clip/excerpt-metrics.ts';
import type { MetricRow } from '../clip/clip-card.ts';
import type { SeedSpread } from '../clip/seed-spread.ts';
import type { TrainingExcerpt } from '../clip/training-excerpt.ts';
import { crossValidateClipModel } from './cross-validate-clip-model.ts';
import { crossValidationOptions } from './cross-validation-options.ts';
import { scoreOwnLabels } from './own-labels.ts';
import type { EvaluationSurroundings } from './surroundings.ts';
import { digits, textTable } from './text-table.ts';

interface Options {
  readonly labels?: string;
  readonly audio?: string;
  readonly data: string;
  readonly json: boolean;
}

/**
 * `evaluate clip`: the cross-validation of the training, with its baselines, fits that training left in the cache being
 * used again; or, with `--labels`, the shipped model on labelled audio.
 */
export function clipCommand(surroundings: EvaluationSurroundings): Command {
  return new Command('clip')
    .description('Scores what the clip model hears, by labels of people.')
    .option('--labels <file>', 'score the shipped model on a table of labelled clips (the form of clips.csv)')
    .option('--audio <folder>', "what the table's files are relative to; by default its own folder")
    .option('--data <folder>', 'the data folder of the cross-validation', surroundings.dataFolder)
    .option('--json', 'print JSON instead of a table', false)
    .action(async ({ labels, audio, data, json }: Options) => {
      const text =
        labels === undefined
          ? await crossValidation(resolve(data), json, surroundings)
          : await scoreOwnLabels(resolve(labels), audio, json, surroundings);
      surroundings.print(text);
    });
}

async function crossValidation(
  dataFolder: string,
  json: boolean,
  surroundings: EvaluationSurroundings,
): Promise<string> {
  const options = crossValidationOptions(dataFolder, surroundings);
  const { rows, excerpts, song } = await crossValidateClipModel(options);
  surroundings.progress.end();
  const spread = song?.seedSpread ?? null;
  const scored = rows.map((row) => scoreRow(row, excerpts));
  if (json) return JSON.stringify({ rows: scored, seedSpread: spread });
  return [
    textTable(
      ['model', 'data set', 'n', 'arousal R²', 'RMSE', 'r', 'CCC', 'valence R²', 'RMSE', 'r', 'CCC'],
      scored.flatMap(({ row, rated }) =>
        rated.map(({ dataset, arousal, valence }) => [
          row,
          dataset,
          String(arousal.n),
          ...[arousal, valence].flatMap((axis) => [
            `${digits(axis.r2)} ± ${digits(axis.r2FoldSd)}`,
            ...[axis.rmse, axis.r, axis.ccc].map(digits),
          ]),
        ]),
      ),
    ),
    textTable(
      ['model', '4q: half of arousal', 'half of valence', 'quadrant'],
      scored.flatMap(({ row, quadrants }) =>
        quadrants === null
          ? []
          : [[row, digits(quadrants.arousal), digits(quadrants.valence), digits(quadrants.quadrant)]],
      ),
    ),
    ...(spread === null ? [] : [spreadSentence(spread)]),
  ].join('\n');
}

function scoreRow(
  { row, answers }: MetricRow,
  excerpts: readonly TrainingExcerpt[],
): {
  row: string;
  rated: (ReturnType<typeof ratedRow> & { dataset: string })[];
  quadrants: ReturnType<typeof quadrantRow>;
} {
  const datasets = new Set(
    answers.flatMap(({ excerpt }) => (excerpt.rating === null ? [] : [excerpt.dataset])),
  );
  return {
    row,
    rated: [...datasets].map((dataset) => ({ dataset, ...ratedRow(answers, dataset) })),
    quadrants: quadrantRow(answers, '4q', middleOf(excerpts)),
  };
}

/** ± in the table is over folds; this is what chance alone does. */
function spreadSentence({ seeds, fold, rated, quadrants }: SeedSpread): string {
  const sets = rated.map(
    ({ dataset, arousalR2, valenceR2 }) => `${dataset} ${digits(arousalR2)} / ${digits(valenceR2)}`,
  );
  const halves =
    quadrants === null
      ? []
      : [
          `4q ${digits(quadrants.arousal)} / ${digits(quadrants.valence)}, quadrant ${digits(quadrants.quadrant)}`,
        ];
  return (
    `± is the standard deviation over the folds. Over seeds ${seeds.join(', ')} on fold ${fold} the shipped recipe's ` +
    `R² (4q: shares) vary by: ${[...sets, ...halves].join('; ')}.`
  );
}
