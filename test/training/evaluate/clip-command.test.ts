import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedModel } from '../../../src-core/emotion/models.ts';
import { DEMO_MUSIC } from '../../../src-core/service/demo-music.ts';
import { clipCommand } from '../../../src-core/training/evaluate/clip-command.ts';
import type { DatasetScore } from '../../../src-core/training/evaluate/score-labelled.ts';
import { silentProgress } from '../../../src-core/training/run/progress.ts';

const HEADER = 'dataset,id,file,label,arousal,valence,arousal_sd,valence_sd,quadrant,genre,group,fold';
const CALM = 'Marit Ellensburg/Rooms at Dusk/01 Nocturne for an Empty Stairwell.opus';
const FIERCE = 'Anvil Choirworks/Furnace Hymns/01 Bellows and Brand.opus';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-evaluate-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function evaluate(
  rows: readonly string[],
  ...options: string[]
): Promise<{ text: string; warnings: string[] }> {
  const path = join(folder, 'labels.csv');
  await writeFile(path, [HEADER, ...rows].join('\n'));
  let text = '';
  const warnings: string[] = [];
  const command = clipCommand({
    dataFolder: folder,
    modelsFolder: fileURLToPath(new URL('..', shippedModel('clip'))),
    cacheFolder: folder,
    progress: silentProgress,
    workers: 1,
    warn: (line) => warnings.push(line),
    print: (printed) => (text += printed),
  }).exitOverride();
  await command.parseAsync(['--labels', path, '--audio', DEMO_MUSIC, ...options], { from: 'user' });
  return { text, warnings };
}

const ROWS = [
  `mine,1,${CALM},rated,-0.5,0.1,,,,,a,0`,
  `mine,2,${FIERCE},rated,0.6,-0.1,,,,,b,0`,
  `corners,1,${CALM},quadrant,,,,,Q4,,a,0`,
  `corners,2,${FIERCE},quadrant,,,,,Q2,,b,0`,
];

describe('evaluate clip --labels', () => {
  it('prints one object by data set, the model telling a calm piece from a fierce one', async () => {
    const { text } = await evaluate(ROWS, '--json');
    const scores = JSON.parse(text) as Record<string, DatasetScore>;
    expect(Object.keys(scores)).toEqual(['mine', 'corners']);
    expect(scores.mine.n).toBe(2);
    expect(scores.mine.arousal!.r).toBeCloseTo(1, 5);
    expect(Object.keys(scores.mine.arousal!)).toEqual(['r2', 'rmse', 'r', 'ccc']);
    expect(scores.corners.halfPlaneAccuracy!.arousal).toBe(1);
    expect(scores.corners.arousal).toBeNull();
  });

  it('goes on past a file that cannot be heard, and says so', async () => {
    const { text, warnings } = await evaluate([...ROWS, 'mine,3,gone.mp3,rated,0,0,,,,,c,0']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('gone.mp3');
    expect(text).toContain('mine');
  });

  it('says so where nothing could be heard', async () => {
    await expect(evaluate(['mine,3,gone.mp3,rated,0,0,,,,,c,0'])).rejects.toMatchObject({ code: 'usage' });
  });
});
