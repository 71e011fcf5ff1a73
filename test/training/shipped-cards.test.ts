import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CLIP_FRAMES, MEL_SIZE } from '../../src-core/audio/constants.ts';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import { HEARD_BANDS } from '../../src-core/emotion/hearing/audible-levels.ts';
import { forecast } from '../../src-core/emotion/forecast.ts';
import { loadClipModel, loadSequenceModel, shippedModel } from '../../src-core/emotion/models.ts';
import { clipCardSchema, sequenceCardSchema } from '../../src-core/training/report/card.ts';
import { modelsReadme } from '../../src-core/training/report/models-readme.ts';
import { syntheticCurve } from './synthetic.ts';

async function readCard<T extends v.GenericSchema>(
  name: 'clip' | 'sequence',
  schema: T,
): Promise<v.InferOutput<T>> {
  return v.parse(schema, JSON.parse(await readFile(new URL('card.json', shippedModel(name)), 'utf8')));
}

/** Clips of steady noise at a level in dB of mel power. */
function noise(levelDb: number): Float32Array {
  return Float32Array.from(
    { length: MEL_SIZE },
    (_, i) => 10 ** (levelDb / 10) * (0.5 + ((i * 7919) % 101) / 101),
  );
}

describe('the shipped clip model', () => {
  it('carries a card that is whole, and beats a constant on artists it never heard', async () => {
    const card = await readCard('clip', clipCardSchema);
    const own = card.metrics.filter(({ row }) => row === `${card.recipe} recipe`);
    const constant = card.metrics.filter(({ row }) => row === 'constant');
    expect(own.length).toBeGreaterThan(0);
    for (const { dataset, arousal, valence } of own) {
      const baseline = constant.find((row) => row.dataset === dataset)!;
      expect(arousal.rmse).toBeLessThan(baseline.arousal.rmse);
      expect(valence.rmse).toBeLessThan(baseline.valence.rmse);
      expect(arousal.n).toBe(baseline.arousal.n);
    }
  });

  it('knows how far it may be off: its 70 % band held 65 to 75 % of the held-out errors', async () => {
    const { bandCoverage } = await readCard('clip', clipCardSchema);
    for (const share of Object.values(bandCoverage!.all)) {
      expect(share).toBeGreaterThanOrEqual(0.65);
      expect(share).toBeLessThanOrEqual(0.75);
    }
  });

  it('with the sequence model takes less than two megabytes', async () => {
    const folder = new URL('..', shippedModel('clip'));
    let bytes = 0;
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
    }
    expect(bytes).toBeLessThan(2e6);
  });

  it('answers silence, whispers, noise and full blast with finite values in range, silence low in arousal', async () => {
    const model = await loadClipModel(shippedModel('clip'));
    const estimator = createCurveEstimator(model);
    for (const level of [-200, -60, -20, 0, 20, 60]) estimator.push(noise(level));
    const { arousal, valence } = estimator.finish();
    for (const value of [...arousal, ...valence]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    expect(arousal[0]).toBeLessThan(0);
    expect(model.network.network.layers[0].inputs).toBe(HEARD_BANDS);
    expect(model.network.network.steps).toBe(CLIP_FRAMES);
  });
});

describe('the shipped sequence model', () => {
  it('carries a card that is whole, and beats "nothing changes" and ridge AR(10) on held-out songs', async () => {
    const card = await readCard('sequence', sequenceCardSchema);
    expect(card.horizonsSeconds).toEqual([0.5, 1, 2, 5, 10]);
    const skillOf = (row: string, curves: string): number[] =>
      card.metrics.find((metric) => metric.row === row && metric.curves === curves)!.skill;
    for (const { curves, skill } of card.metrics.filter(({ row }) => row === 'segue recipe')) {
      const linear = skillOf('ridge AR(10)', curves);
      skill.forEach((value, i) => expect(value).toBeGreaterThan(Math.max(0, linear[i])));
    }
    skillOf('segue recipe', 'emomusic').forEach((value, i) => {
      expect(value).toBeGreaterThan([0.025, 0.025, 0.025, 0.02, 0][i]);
    });
  });

  it('says how sure it is: 70% of held-out outcomes lie within its bands, give or take 5 points', async () => {
    const { bandCoverage } = await readCard('sequence', sequenceCardSchema);
    expect(bandCoverage.map(({ curves }) => curves)).toEqual(expect.arrayContaining(['emomusic', 'deam']));
    for (const { share } of bandCoverage) {
      for (const held of share) expect(Math.abs(held - 0.7)).toBeLessThan(0.05);
    }
  });

  it('goes on from where a curve stands, without a jump', async () => {
    const model = await loadSequenceModel(shippedModel('sequence'));
    for (let seed = 0; seed < 5; seed++) {
      const curve = syntheticCurve(30, seed);
      const continued = forecast(model, curve);
      expect(continued.arousal).toHaveLength(20);
      for (const axis of ['arousal', 'valence'] as const) {
        const last = curve[axis].at(-1)!;
        for (const value of continued[axis]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(Math.abs(continued[axis][0] - last)).toBeLessThan(0.1);
      }
    }
  });
});

describe('resources/models/README.md', () => {
  it('says what the cards say', async () => {
    const clip = await readCard('clip', clipCardSchema);
    const sequence = await readCard('sequence', sequenceCardSchema);
    const text = await readFile(new URL('../README.md', shippedModel('clip')), 'utf8');
    expect(text).toBe(modelsReadme(clip, sequence));
  });
});

it('every model has its loss plot', () => {
  for (const name of ['clip', 'sequence'] as const) {
    expect(existsSync(fileURLToPath(new URL('loss.svg', shippedModel(name))))).toBe(true);
  }
});
