import { expect, test } from 'vitest';
import { analyse, blocksOf, noise, sine } from '../support/blocks.ts';

const RATE_HZ = 44_100;

const timbreOf = async (signal: Float32Array) =>
  (await analyse(blocksOf([signal], RATE_HZ))).summary.sound.timbre;
const apart = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((value, i) => value - b[i]));

test('a dull and a bright sound are apart, the same sound softer is not', async () => {
  const bright = noise(5 * RATE_HZ, 0.3);
  let last = 0;
  const dull = bright.map((value) => (last += 0.05 * (value - last)));
  const softer = await timbreOf(bright.map((value) => value / 2));
  expect(apart(await timbreOf(bright), softer)).toBeLessThan(0.3);
  expect(apart(await timbreOf(bright), await timbreOf(dull))).toBeGreaterThan(2);
  expect(apart(await timbreOf(dull), await timbreOf(sine(440, RATE_HZ, 5)))).toBeGreaterThan(0.5);
});
