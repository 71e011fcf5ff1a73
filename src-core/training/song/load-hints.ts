import { join } from 'node:path';
import type { TrainingExcerpt } from '../clip/training-excerpt.ts';
import { teacherKey } from '../data/teacher-csv.ts';
import { readTeacherEmbeddingCsv } from '../data/teacher-embedding-csv.ts';

/** The teacher's inner description of each excerpt that it heard: hints for the student (Romero et al. 2015). */
export async function loadHints(
  excerpts: readonly TrainingExcerpt[],
  dataFolder: string,
): Promise<Map<TrainingExcerpt, Float32Array>> {
  const all = await readTeacherEmbeddingCsv(join(dataFolder, 'emotion', 'teacher_embedding.csv'));
  const hints = new Map<TrainingExcerpt, Float32Array>();
  for (const item of excerpts) {
    const hint = all.get(teacherKey(item.excerpt));
    if (hint !== undefined) hints.set(item, hint);
  }
  return hints;
}
