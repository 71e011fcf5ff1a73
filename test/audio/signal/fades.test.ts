import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFades } from '../../../src-core/audio/signal/fades.ts';
import { analyse, blocksOf, concat, noise } from '../support/blocks.ts';

/** Half seconds at a level in decibels, one after the other. */
function powers(
  ...parts: readonly (readonly [seconds: number, decibels: (share: number) => number])[]
): number[] {
  return parts.flatMap(([seconds, decibels]) =>
    Array.from({ length: seconds * 2 }, (_, i) => 10 ** (decibels((i + 0.5) / (seconds * 2)) / 10)),
  );
}

const at = (decibels: number) => () => decibels;
/** Amplitude falls evenly to nothing, as a slider is drawn. */
const linear = (decibels: number) => (share: number) => decibels + 20 * Math.log10(1 - share);
/** Decibels fall evenly by 50. */
const ringing = (decibels: number) => (share: number) => decibels - 50 * share;

function fadesOf(heard: readonly number[]) {
  return findFades(heard, 0, heard.length / 2);
}

describe('findFades', () => {
  test('a track that ends as it was does not fade', () => {
    expect(fadesOf(powers([60, at(-14)]))).toEqual({ fadeInSeconds: 0, fadeOutSeconds: 0 });
  });

  test.each([5, 10, 15])('finds where a slider was drawn over %i s, when it tells', (seconds) => {
    const { fadeOutSeconds } = fadesOf(powers([60, at(-14)], [seconds, linear(-14)]));
    expect(fadeOutSeconds).toBeLessThanOrEqual(seconds);
    expect(fadeOutSeconds).toBeGreaterThan(0.5 * seconds);
  });

  test('a last chord that rings out is a fade from when it has sunk', () => {
    const { fadeOutSeconds } = fadesOf(powers([60, at(-14)], [4, ringing(-14)]));
    expect(fadeOutSeconds).toBeGreaterThanOrEqual(3);
    expect(fadeOutSeconds).toBeLessThanOrEqual(4);
  });

  test('a quiet last part is music and no fade; what it ends in is one', () => {
    expect(fadesOf(powers([60, at(-12)], [10, at(-24)])).fadeOutSeconds).toBe(0);
    const { fadeOutSeconds } = fadesOf(powers([60, at(-12)], [10, at(-24)], [3, ringing(-24)]));
    expect(fadeOutSeconds).toBeGreaterThan(2);
    expect(fadeOutSeconds).toBeLessThanOrEqual(3);
  });

  test('music that beats hard is as loud as its beats', () => {
    const beats = Array.from({ length: 80 }, (_, i) => 10 ** ((i % 4 === 0 ? -12 : -22) / 10));
    expect(fadesOf(beats).fadeOutSeconds).toBe(0);
  });

  test('finds a fade-in; a soft beginning is none', () => {
    const { fadeInSeconds } = fadesOf(powers([5, (share) => linear(-14)(1 - share)], [60, at(-14)]));
    expect(fadeInSeconds).toBeGreaterThan(2);
    expect(fadeInSeconds).toBeLessThanOrEqual(5);
    expect(fadesOf(powers([3, at(-26)], [60, at(-14)])).fadeInSeconds).toBe(0);
  });

  test('counts from where the sound begins and ends', () => {
    const heard = powers([1, at(-90)], [60, at(-14)], [4, ringing(-14)], [2, at(-90)]);
    const { fadeInSeconds, fadeOutSeconds } = findFades(heard, 1, 65);
    expect(fadeInSeconds).toBe(0);
    expect(fadeOutSeconds).toBeGreaterThanOrEqual(3);
    expect(fadeOutSeconds).toBeLessThanOrEqual(4);
  });

  test('finds fades of the sound and within it, whatever is heard', () => {
    const power = fc.double({ min: 0, max: 1, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(power, { maxLength: 200 }), share, share, (heard, one, other) => {
        const seconds = heard.length / 2;
        const [begins, ends] = [Math.min(one, other) * seconds, Math.max(one, other) * seconds];
        const { fadeInSeconds, fadeOutSeconds } = findFades(heard, begins, ends);
        expect(fadeInSeconds).toBeGreaterThanOrEqual(0);
        expect(fadeOutSeconds).toBeGreaterThanOrEqual(0);
        expect(fadeInSeconds).toBeLessThanOrEqual(Math.min(11, ends - begins + 1));
        expect(fadeOutSeconds).toBeLessThanOrEqual(Math.min(21, ends - begins + 1));
      }),
    );
  });
});

test('a track that fades is measured so from its samples', async () => {
  const RATE_HZ = 44_100;
  const body = noise(20 * RATE_HZ, 0.2);
  const fade = noise(6 * RATE_HZ, 0.2).map((value, i) => value * (1 - i / (6 * RATE_HZ)));
  const { summary } = await analyse(blocksOf([concat(body, fade, new Float32Array(RATE_HZ))], RATE_HZ));
  expect(summary.fadeInSeconds).toBe(0);
  expect(summary.fadeOutSeconds).toBeGreaterThan(3);
  expect(summary.fadeOutSeconds).toBeLessThanOrEqual(6);
});
