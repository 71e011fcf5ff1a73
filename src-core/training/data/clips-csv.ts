import { join } from 'node:path';
import * as v from 'valibot';
import { SegueError } from '../../contract/errors.ts';
import { emotionCell, numberCell, parseCsv, readCsv } from './read-csv.ts';

const emptyCell = v.pipe(
  v.literal(''),
  v.transform(() => null),
);
const optionalNumber = v.union([emptyCell, numberCell]);
const optionalEmotion = v.union([emptyCell, emotionCell]);

const excerptSchema = v.object({
  dataset: v.pipe(v.string(), v.minLength(1, 'a name is missing')),
  id: v.pipe(v.string(), v.minLength(1, 'an id is missing')),
  file: v.pipe(v.string(), v.minLength(1, 'a file is missing')),
  label: v.picklist(['rated', 'quadrant', 'none']),
  arousal: optionalEmotion,
  valence: optionalEmotion,
  arousal_sd: optionalNumber,
  valence_sd: optionalNumber,
  quadrant: v.picklist(['', 'Q1', 'Q2', 'Q3', 'Q4']),
  genre: v.string(),
  group: v.pipe(v.string(), v.minLength(1, 'a group is missing')),
  fold: v.pipe(numberCell, v.integer('not a whole number'), v.minValue(0, 'negative')),
});

/** Quadrant of Russell's plane: Q1 +arousal +valence, Q2 +arousal -valence, Q3 both -, Q4 -arousal +valence. */
export type Quadrant = 'Q1' | 'Q2' | 'Q3' | 'Q4';

/** One labelled excerpt of music. */
export interface Excerpt {
  readonly dataset: string;
  readonly id: string;
  /** Path of the audio, relative to the folder that holds the table. */
  readonly file: string;
  /** Mean rating, both axes in [-1, 1]; null where nobody rated it. */
  readonly rating: { readonly arousal: number; readonly valence: number } | null;
  readonly quadrant: Quadrant | null;
  /** Artist, or the excerpt itself where the artist is unknown: never split between training and test. */
  readonly group: string;
  readonly fold: number;
}

/**
 * Reads a table of the form of `clips.csv`.
 * @throws {SegueError} as {@link readCsv}, and `usage` where a rated excerpt has no rating or a quadrant is missing.
 */
export async function readClipsCsv(path: string): Promise<Excerpt[]> {
  return toExcerpts(await readCsv(path, excerptSchema), path);
}

/** {@link readClipsCsv} over text. */
export function parseClipsCsv(text: string, path = 'clips.csv'): Excerpt[] {
  return toExcerpts(parseCsv(text, excerptSchema, path), path);
}

/** `clips.csv` of the data folder. */
export function clipsCsvPath(dataFolder: string): string {
  return join(dataFolder, 'emotion', 'clips.csv');
}

function toExcerpts(rows: v.InferOutput<typeof excerptSchema>[], path: string): Excerpt[] {
  return rows.map((row, index) => {
    const { arousal, valence } = row;
    const fail = (reason: string): SegueError =>
      new SegueError('usage', `Line ${index + 2} of ${path} does not fit: ${reason}.`, { path });
    if (row.label === 'rated' && (arousal === null || valence === null))
      throw fail('a rated clip without its rating');
    if (row.label === 'quadrant' && row.quadrant === '') throw fail('a quadrant clip without its quadrant');
    return {
      dataset: row.dataset,
      id: row.id,
      file: row.file,
      rating: arousal === null || valence === null ? null : { arousal, valence },
      quadrant: row.quadrant === '' ? null : row.quadrant,
      group: row.group,
      fold: row.fold,
    };
  });
}
