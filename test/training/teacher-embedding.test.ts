import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  EMBEDDING_SIZE,
  readTeacherEmbeddingCsv,
} from '../../src-core/training/data/teacher-embedding-csv.ts';
import { makeFolder } from '../support/make-folder.ts';

const NAMES = Array.from({ length: EMBEDDING_SIZE }, (_, i) => `e${i}`);

async function table(...rows: string[]): Promise<string> {
  const path = join(makeFolder(), 'teacher_embedding.csv');
  await writeFile(path, [`dataset,id,t,${NAMES.join(',')}`, ...rows].join('\n'));
  return path;
}

it('gives the mean of each excerpt’s descriptions', async () => {
  const row = (id: string, shift: number): string =>
    `m,${id},0.00,${NAMES.map((_, i) => i + shift).join(',')}`;
  const all = await readTeacherEmbeddingCsv(await table(row('a', 0), row('a', 1), row('b', 5)));
  expect([...all.keys()]).toEqual(['m/a', 'm/b']);
  expect([...all.get('m/a')!]).toEqual(NAMES.map((_, i) => i + 0.5));
  expect([...all.get('m/b')!]).toEqual(NAMES.map((_, i) => i + 5));
});

it('names the line that holds no number', async () => {
  const path = await table(`m,a,0.00,${NAMES.map(() => 'x').join(',')}`);
  await expect(readTeacherEmbeddingCsv(path)).rejects.toThrow(/Line 2 of .*a number is missing/);
});
