import * as v from 'valibot';
import { numberCell, readCsv } from './read-csv.ts';
import { teacherKey } from './teacher-csv.ts';

/** Numbers of the teacher's inner description of a stretch of music: its first principal components. */
export const EMBEDDING_SIZE = 32;

const components = Array.from({ length: EMBEDDING_SIZE }, (_, i) => `e${i}`);

const rowSchema = v.pipe(
  v.record(v.string(), v.string()),
  v.transform(({ dataset, id, ...row }) => ({
    dataset,
    id,
    values: components.map((name) => row[name] ?? ''),
  })),
  v.object({ dataset: v.string(), id: v.string(), values: v.array(numberCell) }),
);

/**
 * Reads `teacher_embedding.csv`: the mean of the teacher's descriptions of each excerpt, by {@link teacherKey}.
 * @throws {SegueError} as readCsv.
 */
export async function readTeacherEmbeddingCsv(path: string): Promise<Map<string, Float32Array>> {
  const rows = Map.groupBy(await readCsv(path, rowSchema), teacherKey);
  return new Map(
    [...rows].map(([key, windows]) => [
      key,
      Float32Array.from(
        components,
        (_, i) => windows.reduce((sum, { values }) => sum + values[i], 0) / windows.length,
      ),
    ]),
  );
}
