import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, blocksOf, noise } from './support/blocks.ts';
import { makeSane, MAX_SAMPLE } from '../../src-core/audio/sane-samples.ts';

test('whatever a decoder delivers becomes finite and bounded, and what was so stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.float(), { maxLength: 50 }), (values) => {
      const samples = Float32Array.from(values);
      const original = samples.slice();
      makeSane(samples);
      samples.forEach((sample, i) => {
        const before = original[i];
        if (!Number.isFinite(before)) expect(sample).toBe(0);
        else expect(sample).toBe(Math.max(-MAX_SAMPLE, Math.min(MAX_SAMPLE, before)));
      });
    }),
    { seed: 1 },
  );
});

test('the bounds themselves are allowed', () => {
  const samples = Float32Array.of(64, -64, 64.00001, -64.00001, NaN, -Infinity);
  makeSane(samples);
  expect([...samples]).toEqual([64, -64, 64, -64, 0, 0]);
});

test('looks at its own part of a shared buffer only', () => {
  const all = Float32Array.of(NaN, NaN, NaN);
  makeSane(all.subarray(1, 2));
  expect([...all]).toEqual([NaN, 0, NaN]);
});

test('an analysis of insane samples is that of the sane ones', async () => {
  const left = noise(50_000, 0.5, 1);
  const right = noise(50_000, 0.5, 2);
  [NaN, Infinity, 1e38, -100, -NaN].forEach((value, i) => (right[7001 + i * 6001] = value));
  const raw = await analyse(blocksOf([left.slice(), right.slice()], 48_000));
  makeSane(right);
  const sane = await analyse(blocksOf([left, right], 48_000));
  expect(raw).toEqual(sane);
  expect(raw.summary.samplePeak).toBe(MAX_SAMPLE);
});
