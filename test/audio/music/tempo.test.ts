import { expect, test } from 'vitest';
import { analyse, blocksOf, concat, noise, sine } from '../support/blocks.ts';

const RATE_HZ = 44_100;

const silent = (seconds: number) => new Float32Array(Math.round(seconds * RATE_HZ));

/** A tick of 20 ms on every beat, from `first` on. */
function clicks(beatsPerMinute: number, seconds: number, first = 0): Float32Array {
  const signal = silent(seconds);
  const tick = noise(Math.round(0.02 * RATE_HZ), 0.5);
  for (let at = first; at < seconds - 0.05; at += 60 / beatsPerMinute) {
    signal.set(tick, Math.round(at * RATE_HZ));
  }
  return signal;
}

const soundOf = async (signal: Float32Array) => (await analyse(blocksOf([signal], RATE_HZ))).summary.sound;

test.each([66, 90, 120, 133.3, 174])(
  'clicks at %d beats a minute have this tempo, or half of it',
  async (bpm) => {
    const { tempo } = await soundOf(clicks(bpm, 30));
    const octaves = Math.log2(bpm / tempo!.beatsPerMinute);
    expect([0, 1]).toContain(Math.round(octaves));
    expect(Math.abs(octaves - Math.round(octaves))).toBeLessThan(0.015);
    expect(tempo!.confidence).toBeGreaterThan(0.5);
  },
);

test('beats are found where they lie, at either end', async () => {
  const { openingBeat, closingBeat } = await soundOf(concat(silent(1.3), clicks(100, 40, 0.2)));
  for (const beat of [openingBeat!, closingBeat!]) {
    expect(beat.beatsPerMinute).toBeCloseTo(100, -1);
    const beats = (beat.atSeconds - 1.5) / 0.6;
    expect(Math.abs(beats - Math.round(beats)) * 0.6).toBeLessThan(0.03);
  }
  expect(openingBeat!.atSeconds).toBeLessThan(17.3);
  expect(closingBeat!.atSeconds).toBeGreaterThan(25);
});

test('a steady tone has no tempo, noise none to rely on, and a few seconds none at all', async () => {
  expect((await soundOf(sine(440, RATE_HZ, 10))).tempo?.confidence ?? 0).toBeLessThan(0.2);
  const { tempo, openingBeat } = await soundOf(noise(20 * RATE_HZ, 0.3));
  expect(tempo?.confidence ?? 0).toBeLessThan(0.2);
  expect(openingBeat).toBeNull();
  expect((await soundOf(clicks(120, 4))).tempo).toBeNull();
  expect((await soundOf(silent(10))).tempo).toBeNull();
});
