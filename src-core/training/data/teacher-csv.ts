import * as v from 'valibot';
import { numberCell, readCsv } from './read-csv.ts';

const rowSchema = v.object({
  dataset: v.string(),
  id: v.string(),
  t: numberCell,
  arousal: numberCell,
  valence: numberCell,
});

/** What the teacher network says of the 3 seconds from `startSeconds`. */
export interface TeacherValue {
  readonly startSeconds: number;
  readonly arousal: number;
  readonly valence: number;
}

/** Key under which {@link readTeacherCsv} files an excerpt. */
export function teacherKey(excerpt: { dataset: string; id: string }): string {
  return `${excerpt.dataset}/${excerpt.id}`;
}

/**
 * Reads `teacher.csv`: the teacher's values of every excerpt, in order of time.
 * @throws {SegueError} as readCsv.
 */
export async function readTeacherCsv(path: string): Promise<Map<string, TeacherValue[]>> {
  const values = new Map<string, TeacherValue[]>();
  for (const row of await readCsv(path, rowSchema)) {
    const key = teacherKey(row);
    const list = values.get(key) ?? [];
    list.push({ startSeconds: row.t, arousal: row.arousal, valence: row.valence });
    values.set(key, list);
  }
  return values;
}
