import { cpSync, linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureSegue } from './command-cost.ts';

const FILES = 10_000;
const FILES_PER_FOLDER = 20;
const FIXTURE = fileURLToPath(new URL('../fixtures/audio/', import.meta.url));

/** A second run over 10 000 files that have not changed: walk, compare, done. */
export async function measureRescan(scratch: string): Promise<[string, string, string][]> {
  const folder = join(scratch, 'many');
  const original = join(scratch, 'original.wav');
  cpSync(join(FIXTURE, 's16.wav'), original);
  for (let file = 0; file < FILES; file++) {
    const album = join(folder, `Album ${Math.floor(file / FILES_PER_FOLDER)}`);
    mkdirSync(album, { recursive: true });
    linkSync(original, join(album, `${file} Track.wav`));
  }
  const index = ['index', folder, '--db', join(scratch, 'many.db'), '--json'];
  await measureSegue(index);
  const { wallSeconds, cpuSeconds, output } = await measureSegue(index);
  const { unchanged } = JSON.parse(output) as { unchanged: number };
  return [
    [
      `rescan of ${unchanged.toLocaleString('en')} unchanged files, start-up included`,
      `${wallSeconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s CPU)`,
      '≤ 2 s',
    ],
  ];
}
