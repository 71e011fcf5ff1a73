import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { loadSequenceModel } from '../../emotion/models.ts';
import { hasHeardCurves } from '../clip/heard-curves.ts';
import { readCurvesCsv } from '../data/curves-csv.ts';
import { percent } from '../report/percent.ts';
import { fitAhead } from '../run/fit-ahead.ts';
import { REPORTED_SECONDS } from '../sequence/forecast-score.ts';
import { crossValidatedRows, type MetricRow } from '../sequence/sequence-rows.ts';
import { sequenceTurns } from '../sequence/sequence-turns.ts';
import { sequenceRuns } from '../sequence/sequence-runs.ts';
import { loadSequenceSongs } from '../sequence/sequence-songs.ts';
import { crossValidateClipModel } from './cross-validate-clip-model.ts';
import { crossValidationOptions, SEED } from './cross-validation-options.ts';
import { scoreSequenceModel } from './score-sequence-model.ts';
import type { EvaluationSurroundings } from './surroundings.ts';
import { textTable } from './text-table.ts';

interface Options {
  readonly curves?: string;
  readonly data: string;
  readonly json: boolean;
}

/**
 * `evaluate sequence`: the cross-validation of the training, with its baselines, fits that training left in the cache
 * being used again; or, with `--curves`, the shipped model on a file of curves.
 */
export function sequenceCommand(surroundings: EvaluationSurroundings): Command {
  return new Command('sequence')
    .description('Scores forecasts: mean squared error, and skill over "nothing changes".')
    .option('--curves <file>', 'score the shipped model on the curves of a table (song,t,arousal,valence)')
    .option('--data <folder>', 'the data folder of the cross-validation', surroundings.dataFolder)
    .option('--json', 'print JSON instead of a table', false)
    .action(async ({ curves, data, json }: Options) => {
      const text =
        curves === undefined
          ? await crossValidation(resolve(data), json, surroundings)
          : await ownCurves(resolve(curves), json, surroundings);
      surroundings.print(text);
    });
}

async function ownCurves(
  path: string,
  json: boolean,
  { modelsFolder }: EvaluationSurroundings,
): Promise<string> {
  const model = await loadSequenceModel(join(modelsFolder, 'sequence'));
  const score = scoreSequenceModel(model, await readCurvesCsv(path), path);
  if (json) return JSON.stringify(score);
  return textTable(
    ['horizon', 'MSE', 'MSE of persistence', 'skill'],
    score.horizonsSeconds.map((seconds, i) => [
      `${seconds} s`,
      score.mse[i].toExponential(3),
      score.persistenceMse[i].toExponential(3),
      `${percent(score.skill[i])} %`,
    ]),
  );
}

async function crossValidation(
  dataFolder: string,
  json: boolean,
  surroundings: EvaluationSurroundings,
): Promise<string> {
  const { cacheFolder, warn } = surroundings;
  const options = crossValidationOptions(dataFolder, surroundings);
  if (!hasHeardCurves(cacheFolder)) {
    warn('What the clip model hears in held-out music is forecast as well: it is cross-validated first.');
    await crossValidateClipModel(options);
  }
  const songs = await loadSequenceSongs(dataFolder, cacheFolder, SEED);
  await fitAhead(sequenceTurns(options, false), options);
  const { run, paper } = sequenceRuns(options);
  const { rows } = await crossValidatedRows(songs, run, paper);
  surroundings.progress.end();
  if (json) return JSON.stringify({ horizonsSeconds: REPORTED_SECONDS, rows });
  return textTable(
    ['model', 'curves', ...REPORTED_SECONDS.map((seconds) => `${seconds} s`)],
    rows.map(({ row, curves, skill, skillFoldSd }: MetricRow) => [
      row,
      curves,
      ...skill.map((value, i) => `${percent(value)} ± ${percent(skillFoldSd[i])}`),
    ]),
  );
}
