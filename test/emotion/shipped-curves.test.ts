import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../src-core/audio/analyse-file.ts';
import { MEL_SIZE } from '../../src-core/audio/constants.ts';
import { createCurveEstimator, type EstimatedCurve } from '../../src-core/emotion/estimate-curve.ts';
import { loadClipModel, shippedModel } from '../../src-core/emotion/models.ts';
import { DEMO_MUSIC } from '../../src-core/service/demo-music.ts';

const CALM = 'Marit Ellensburg/Rooms at Dusk/01 Nocturne for an Empty Stairwell.opus';
const FIERCE = 'Anvil Choirworks/Furnace Hymns/01 Bellows and Brand.opus';
/** Clips of each piece: 20 s from its tenth second on. */
const FIRST = 20;
const COUNT = 40;
/** Two seconds. */
const QUICK = 4;

const model = await loadClipModel(shippedModel('clip'));

function curveOf(clips: readonly Float32Array[]): EstimatedCurve {
  const estimator = createCurveEstimator(model);
  for (const clip of clips) estimator.push(clip);
  return estimator.finish();
}

async function clipsOf(name: string): Promise<Float32Array[]> {
  const clips: Float32Array[] = [];
  await analyseFile(join(DEMO_MUSIC, name), (mel) => clips.push(mel.slice()));
  return clips.slice(FIRST, FIRST + COUNT);
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

describe('the shipped clip model, on music it never heard', async () => {
  const [calm, fierce] = [await clipsOf(CALM), await clipsOf(FIERCE)];

  test.each([
    ['a calm piece cut to a fierce one', calm, fierce, 1],
    ['a fierce piece cut to a calm one', fierce, calm, -1],
  ])('%s is half way across within two seconds', (_, before, after, direction) => {
    const { arousal } = curveOf([...before, ...after]);
    const from = mean(arousal.subarray(COUNT - 10, COUNT));
    const to = mean(arousal.subarray(COUNT + 10, COUNT + 30));
    expect(direction * (to - from)).toBeGreaterThan(0.2);
    const crossed = arousal.subarray(COUNT).findIndex((value) => direction * (value - (from + to) / 2) > 0);
    expect(crossed).toBeGreaterThanOrEqual(0);
    expect(crossed).toBeLessThan(QUICK);
  });

  test('its curves do not flicker', () => {
    for (const piece of [calm, fierce]) {
      const { arousal, valence } = curveOf(piece);
      for (const axis of [arousal, valence]) {
        const steps = Array.from(axis.subarray(1), (value, i) => Math.abs(value - axis[i]));
        expect(mean(steps)).toBeLessThan(0.03);
      }
    }
  });

  test('its first half second is near what the next ten seconds say', () => {
    for (const piece of [calm, fierce]) {
      const { arousal } = curveOf(piece);
      expect(Math.abs(arousal[0] - mean(arousal.subarray(0, 20)))).toBeLessThan(0.35);
    }
  });

  test('silence is low in arousal and near neutral in valence, at once, for long, and after loud music', () => {
    const silence = new Array<Float32Array>(40).fill(new Float32Array(MEL_SIZE));
    const after = curveOf([...fierce, ...silence]);
    for (const { arousal, valence } of [
      curveOf(silence),
      { arousal: after.arousal.subarray(50), valence: after.valence.subarray(50) },
    ]) {
      for (const value of arousal) expect(value).toBeLessThan(-0.1);
      for (const value of arousal) expect(value).toBeGreaterThanOrEqual(-1);
      for (const value of valence) expect(Math.abs(value)).toBeLessThan(0.35);
    }
  });

  test('it says of every value how far it may be off: less than the whole plane, more than nothing', () => {
    const { uncertainty } = curveOf(calm);
    for (const axis of [uncertainty!.arousal, uncertainty!.valence]) {
      expect(axis).toHaveLength(COUNT);
      for (const value of axis) {
        expect(value).toBeGreaterThan(0.05);
        expect(value).toBeLessThan(0.6);
      }
    }
  });
});
