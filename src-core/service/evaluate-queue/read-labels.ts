import { readFile } from 'node:fs/promises';
import { SegueError, systemCodeOf, toSegueError } from '../../contract/errors.ts';
import type { MoodPoint } from '../../contract/mood.ts';
import { parseCsv } from './parse-csv.ts';

type Row = Readonly<Partial<Record<string, string>>>;

/** A line of a table of ratings. */
export interface Label {
  readonly dataset: string;
  readonly id: string;
  /** Path of the audio, relative to the folder of the audio. */
  readonly file: string;
  /** Artist; the track itself where the table does not say. */
  readonly group: string;
  readonly genre: string | null;
  readonly fold: number | null;
  readonly rating: MoodPoint;
}

/**
 * Reads a table of ratings by people: columns `arousal` and `valence` in [-1, 1] and `file`, the audio; optionally `id`,
 * `group` (artist), `genre`, `dataset`, `fold` and `label`, of which only `rated` lines count. Lines without a rating are
 * passed over.
 *
 * @param dataset the one whose lines count; undefined: all
 * @throws {SegueError} 'not-found', 'read-failed'; 'usage' where a line does not fit or fewer than two tracks are rated
 */
export async function readLabels(path: string, dataset?: string): Promise<Label[]> {
  const rows = parseCsv(await readText(path));
  const labels = rows.flatMap((row, i): Label[] => {
    if ((row.label ?? 'rated') !== 'rated' || (row.arousal === undefined && row.valence === undefined))
      return [];
    if (dataset !== undefined && row.dataset !== dataset) return [];
    return [toLabel(row, i + 2, path)];
  });
  if (labels.length >= 2) return labels;
  const among = dataset === undefined ? '' : ` of "${dataset}"`;
  throw new SegueError('usage', `"${path}" rates fewer than two tracks${among}.`, { path });
}

function toLabel(row: Row, line: number, path: string): Label {
  const rating = { arousal: axis(row.arousal), valence: axis(row.valence) };
  const file = row.file ?? row.id;
  if (rating.arousal === null || rating.valence === null || file === undefined) {
    const message = `Line ${line} of "${path}" needs file, arousal and valence, the last two from -1 to 1.`;
    throw new SegueError('usage', message, { path });
  }
  return {
    dataset: row.dataset ?? '',
    id: row.id ?? file,
    file,
    group: row.group ?? file,
    genre: row.genre ?? null,
    fold: row.fold === undefined ? null : Number(row.fold),
    rating: { arousal: rating.arousal, valence: rating.valence },
  };
}

function axis(cell: string | undefined): number | null {
  const value = cell === undefined ? NaN : Number(cell);
  return value >= -1 && value <= 1 ? value : null;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = systemCodeOf(error) === 'ENOENT';
    if (isMissing) throw new SegueError('not-found', `There is no file "${path}".`, { path, cause: error });
    throw toSegueError(error, 'read-failed', path);
  }
}
