import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { SegueError, systemCodeOf, toSegueError } from '../../contract/errors.ts';

/**
 * Reads a comma-separated file with a header line, each row checked against `schema` (an object schema over strings).
 * The training data's files have no quoted fields, so a quote is refused rather than misread.
 * @throws {SegueError} `not-found` or `read-failed` where the file cannot be read; `usage`, naming the line, where a row
 *   does not fit.
 */
export async function readCsv<TSchema extends v.GenericSchema<Record<string, string>, unknown>>(
  path: string,
  schema: TSchema,
): Promise<v.InferOutput<TSchema>[]> {
  return parseCsv(await readText(path), schema, path);
}

/** {@link readCsv} over text; `path` only names the file in errors. */
export function parseCsv<TSchema extends v.GenericSchema<Record<string, string>, unknown>>(
  text: string,
  schema: TSchema,
  path: string,
): v.InferOutput<TSchema>[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const header = lines[0].split(',');
  const rows: v.InferOutput<TSchema>[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i];
    const fail = (reason: string): SegueError =>
      new SegueError('usage', `Line ${i + 1} of ${path} does not fit: ${reason}.`, { path });
    if (line.includes('"')) throw fail('quoted fields are not read');
    const cells = line.split(',');
    if (cells.length !== header.length)
      throw fail(`${cells.length} fields where the header names ${header.length}`);
    const row = Object.fromEntries(header.map((name, column) => [name, cells[column]]));
    const result = v.safeParse(schema, row);
    if (!result.success) throw fail(describeIssue(result.issues[0]));
    rows.push(result.output);
  }
  return rows;
}

/** A cell that holds a finite number. */
export const numberCell = v.pipe(
  v.string(),
  v.check((cell) => cell.trim() !== '' && Number.isFinite(Number(cell)), 'a number is missing'),
  v.transform(Number),
);

/** A cell that holds a number in [-1, 1], the range of arousal and valence. */
export const emotionCell = v.pipe(numberCell, v.minValue(-1, 'below -1'), v.maxValue(1, 'above 1'));

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = systemCodeOf(error) === 'ENOENT';
    if (missing)
      throw new SegueError('not-found', `The data file ${path} does not exist.`, { path, cause: error });
    throw toSegueError(error, 'read-failed', path);
  }
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const column = v.getDotPath(issue);
  return column === null ? issue.message : `column "${column}": ${issue.message}`;
}
