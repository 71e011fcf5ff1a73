import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { SegueError } from '../../contract/errors.ts';
import { loadClipModel } from '../../emotion/models.ts';
import { readModelJson } from '../../emotion/model-files/read-json.ts';
import { readClipsCsv } from '../data/clips-csv.ts';
import { clipCardSchema } from '../report/card.ts';
import { hearLabelled } from './hear-labelled.ts';
import { scoreLabelled, type DatasetScore } from './score-labelled.ts';
import type { EvaluationSurroundings } from './surroundings.ts';
import { digits, textTable } from './text-table.ts';

/**
 * The shipped clip model on labelled audio, as text.
 * @param path of a table in the form of `clips.csv`
 * @param audio the folder that its files are relative to; undefined for its own
 * @throws {SegueError} 'usage' where none of them can be heard
 */
export async function scoreOwnLabels(
  path: string,
  audio: string | undefined,
  json: boolean,
  { modelsFolder, progress, warn }: EvaluationSurroundings,
): Promise<string> {
  const folder = join(modelsFolder, 'clip');
  const excerpts = await readClipsCsv(path);
  const model = await loadClipModel(folder);
  const card = await readModelJson(folder, 'card.json', v.looseObject(clipCardSchema.entries));
  const audioFolder = audio === undefined ? join(path, '..') : resolve(audio);
  const { heard, failures } = await hearLabelled(excerpts, audioFolder, model, progress);
  for (const { path: file, message } of failures) warn(`${file ?? 'A file'}: ${message}`);
  if (heard.length === 0) {
    throw new SegueError('usage', `None of the ${excerpts.length} clips of ${path} could be heard.`, {
      path,
    });
  }
  const scores = scoreLabelled(heard, card);
  return json ? JSON.stringify(scores) : scoreTable(scores);
}

function scoreTable(scores: Readonly<Record<string, DatasetScore>>): string {
  return textTable(
    [
      'data set',
      'n',
      'arousal R²',
      'RMSE',
      'r',
      'CCC',
      'valence R²',
      'RMSE',
      'r',
      'CCC',
      'halves',
      'quadrant',
    ],
    Object.entries(scores).map(([dataset, score]) => [
      dataset,
      String(score.n),
      ...[score.arousal, score.valence].flatMap((axis) =>
        axis === null ? ['', '', '', ''] : [axis.r2, axis.rmse, axis.r, axis.ccc].map(digits),
      ),
      score.halfPlaneAccuracy === null
        ? ''
        : `${digits(score.halfPlaneAccuracy.arousal)} / ${digits(score.halfPlaneAccuracy.valence)}`,
      score.quadrantAccuracy === null ? '' : digits(score.quadrantAccuracy),
    ]),
  );
}
