import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forecast } from '../../../src-core/emotion/forecast.ts';
import { loadSequenceModel } from '../../../src-core/emotion/models.ts';
import { sequenceCardSchema } from '../../../src-core/training/report/card.ts';
import { fitAhead } from '../../../src-core/training/run/fit-ahead.ts';
import { silentProgress } from '../../../src-core/training/run/progress.ts';
import type { TrainingOptions } from '../../../src-core/training/run/training-options.ts';
import { sequenceTurns } from '../../../src-core/training/sequence/sequence-turns.ts';
import { trainSequence } from '../../../src-core/training/sequence/train-sequence.ts';
import { syntheticCurve } from '../synthetic.ts';

const HEADER = 'song,t,arousal,valence';
const SONGS = 15;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-training-'));
  const rows = Array.from({ length: SONGS }, (_, song) => {
    const { arousal, valence } = syntheticCurve(40, song);
    return Array.from(
      arousal,
      (value, i) => `${song},${15 + i / 2},${value.toFixed(4)},${valence[i].toFixed(4)}`,
    );
  }).flat();
  await mkdir(join(folder, 'data/curves'), { recursive: true });
  for (const name of ['emomusic.csv', 'deam.csv']) {
    await writeFile(join(folder, 'data/curves', name), [HEADER, ...rows, ''].join('\n'));
  }
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function options(out: string, changes: Partial<TrainingOptions> = {}): TrainingOptions {
  return {
    recipe: 'segue',
    dataFolder: join(folder, 'data'),
    outFolder: join(folder, out),
    cacheFolder: join(folder, 'cache'),
    seed: 1,
    maxEpochs: 2,
    resume: false,
    workers: 1,
    date: '2026-01-31',
    commit: 'abc',
    clock: () => 0,
    progress: silentProgress,
    ...changes,
  };
}

const weightsOf = (out: string): Promise<Buffer> => readFile(join(folder, out, 'sequence/weights.bin'));

describe('training the sequence model', () => {
  it('writes a model that the product loads, a card that says how it was made, and a plot', async () => {
    await trainSequence(options('out'));
    const model = await loadSequenceModel(join(folder, 'out/sequence'));
    const continued = forecast(model, syntheticCurve(30, 99));
    expect(continued.arousal).toHaveLength(20);
    expect([...continued.arousal, ...continued.valence].every(Number.isFinite)).toBe(true);
    expect(continued.spread?.arousal).toHaveLength(20);
    const card = v.parse(
      sequenceCardSchema,
      JSON.parse(await readFile(join(folder, 'out/sequence/card.json'), 'utf8')),
    );
    expect(card.origin).toMatchObject({ date: '2026-01-31', commit: 'abc', seed: 1 });
    expect(card.origin.command).toBe('npm run train -- sequence --recipe segue --seed 1 --epochs 2');
    expect(card.metrics.map(({ row, curves }) => `${row}, ${curves}`)).toEqual(
      ['persistence', 'ridge AR(10)', 'paper recipe', 'segue recipe'].flatMap((row) => [
        `${row}, emomusic`,
        `${row}, deam`,
      ]),
    );
    expect(card.seedSpread?.seeds).toEqual([1, 2, 3]);
    for (const { share } of card.bandCoverage) {
      for (const held of share) expect(held).toBeGreaterThan(0.5);
    }
    expect(await readFile(join(folder, 'out/sequence/loss.svg'), 'utf8')).toMatch(/^<svg[^]*<\/svg>\n$/);
  });

  it("trains the paper's recipe to a model that the product loads as well", async () => {
    await trainSequence(options('paper', { recipe: 'paper' }));
    const model = await loadSequenceModel(join(folder, 'paper/sequence'));
    expect(forecast(model, syntheticCurve(30, 99)).arousal).toHaveLength(20);
  });

  it('gives the same file for the same seed, and another for another', async () => {
    await trainSequence(options('a', { maxEpochs: 1 }));
    await trainSequence(options('b', { maxEpochs: 1 }));
    await trainSequence(options('c', { seed: 2, maxEpochs: 1 }));
    expect((await weightsOf('b')).equals(await weightsOf('a'))).toBe(true);
    expect((await weightsOf('c')).equals(await weightsOf('a'))).toBe(false);
  });

  it('resumes a run that was cut off to the same file', async () => {
    await trainSequence(options('whole', { cacheFolder: join(folder, 'other-cache') }));
    let epochs = 0;
    const dying = { ...silentProgress, step: () => { if (++epochs === 7) throw new Error('killed'); } }; // prettier-ignore
    await expect(trainSequence(options('resumed', { progress: dying }))).rejects.toThrow('killed');
    await trainSequence(options('resumed', { resume: true }));
    expect((await weightsOf('resumed')).equals(await weightsOf('whole'))).toBe(true);
  });

  it('gives the same file in several threads', async () => {
    await trainSequence(options('alone', { maxEpochs: 1 }));
    const cacheFolder = join(folder, 'other-cache');
    const together = options('together', { maxEpochs: 1, workers: 2, cacheFolder, resume: true });
    await fitAhead(sequenceTurns(together, true), together);
    expect(await readdir(join(cacheFolder, 'checkpoints/sequence-segue'))).toHaveLength(8);
    expect(await readdir(join(cacheFolder, 'checkpoints/sequence-paper'))).toHaveLength(5);
    await trainSequence({ ...together, workers: 1 });
    expect((await weightsOf('together')).equals(await weightsOf('alone'))).toBe(true);
  });

  it('says which file is missing', async () => {
    await rm(join(folder, 'data/curves/deam.csv'));
    await expect(trainSequence(options('out'))).rejects.toMatchObject({
      code: 'not-found',
      path: join(folder, 'data/curves/deam.csv'),
    });
  });
});
