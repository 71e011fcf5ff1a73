import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedModel } from '../../../src-core/emotion/models.ts';
import { sequenceCommand } from '../../../src-core/training/evaluate/sequence-command.ts';
import { silentProgress } from '../../../src-core/training/run/progress.ts';
import { fileURLToPath } from 'node:url';
import { syntheticCurve } from '../synthetic.ts';

interface Score {
  readonly horizonsSeconds: number[];
  readonly mse: number[];
  readonly persistenceMse: number[];
  readonly skill: number[];
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-evaluate-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function evaluate(...args: string[]): Promise<string> {
  let printed = '';
  const command = sequenceCommand({
    dataFolder: folder,
    modelsFolder: fileURLToPath(new URL('..', shippedModel('sequence'))),
    cacheFolder: folder,
    progress: silentProgress,
    workers: 1,
    warn: () => undefined,
    print: (text) => (printed += text),
  }).exitOverride();
  await command.parseAsync(args, { from: 'user' });
  return printed;
}

async function writeCurves(lengths: readonly number[]): Promise<string> {
  const rows = lengths.flatMap((length, song) => {
    const { arousal, valence } = syntheticCurve(length, song);
    return Array.from(arousal, (value, i) => `${song},${i / 2},${value},${valence[i]},0.3,0.3`);
  });
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'curves.csv');
  await writeFile(path, ['song,t,arousal,valence,arousal_sd,valence_sd', ...rows, ''].join('\n'));
  return path;
}

describe('evaluate sequence --curves', () => {
  it('prints one object of JSON, whose persistence can be worked out from the table', async () => {
    const score = JSON.parse(await evaluate('--curves', await writeCurves([90, 40]), '--json')) as Score;
    expect(Object.keys(score)).toEqual(['horizonsSeconds', 'mse', 'persistenceMse', 'skill']);
    expect(score.horizonsSeconds).toEqual([0.5, 1, 2, 5, 10]);
    let [sum, count] = [0, 0];
    for (const [song, length] of [90, 40].entries()) {
      const { arousal, valence } = syntheticCurve(length, song);
      for (let now = 9; now + 20 < length; now++, count += 2) {
        sum += (arousal[now + 20] - arousal[now]) ** 2 + (valence[now + 20] - valence[now]) ** 2;
      }
    }
    expect(score.persistenceMse[4]).toBeCloseTo(sum / count, 6);
    score.skill.forEach((skill, i) =>
      expect(skill).toBeCloseTo(1 - score.mse[i] / score.persistenceMse[i], 9),
    );
  });

  it('prints a table for people', async () => {
    const table = await evaluate('--curves', await writeCurves([60]));
    expect(table).toContain('skill');
    expect(table).toContain('10 s');
  });

  it('says why a table cannot be scored', async () => {
    const path = await writeCurves([29]);
    await expect(evaluate('--curves', path)).rejects.toMatchObject({ code: 'usage', path });
    const missing = join(folder, 'none.csv');
    await expect(evaluate('--curves', missing)).rejects.toMatchObject({ code: 'not-found', path: missing });
  });
});
