import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Curve } from '../../src-core/contract/analysis.ts';
import {
  audibleSpan,
  CLOSING_PAIRS,
  closingOf,
  holdOutside,
  interleave,
  musicSpan,
  OPENING_PAIRS,
  openingOf,
  separate,
} from '../../src-core/contract/seam.ts';

function span(
  pairs: number,
  leading: number,
  trailing: number,
  duration = pairs / 2,
): { first: number; end: number } {
  return audibleSpan(pairs, {
    leadingSilenceSeconds: leading,
    trailingSilenceSeconds: trailing,
    durationSeconds: duration,
  });
}

function ramp(pairs: number): Curve {
  return {
    arousal: Float32Array.from({ length: pairs }, (_, i) => i),
    valence: Float32Array.from({ length: pairs }, (_, i) => -i),
  };
}

test('silence at both ends is left out, a clip counts when half of it sounds', () => {
  expect(span(100, 0, 0)).toEqual({ first: 0, end: 100 });
  expect(span(100, 3, 2)).toEqual({ first: 6, end: 96 });
  expect(span(100, 0.2, 0.2)).toEqual({ first: 0, end: 100 });
  expect(span(100, 0.4, 0.4)).toEqual({ first: 1, end: 99 });
  // The curve of 50.2 s has lost its last 0.2 s: silence is still counted from the file's end.
  expect(span(100, 0, 1.2, 50.2)).toEqual({ first: 0, end: 98 });
});

test('a track that is silent throughout is taken whole', () => {
  expect(span(40, 20, 20)).toEqual({ first: 0, end: 40 });
  expect(span(40, 20, 0)).toEqual({ first: 0, end: 40 });
});

const PLAIN = {
  durationSeconds: 100,
  leadingSilenceSeconds: 0,
  trailingSilenceSeconds: 0,
  fadeInSeconds: 0,
  fadeOutSeconds: 0,
};

test('music that begins and ends as it is counts whole', () => {
  expect(musicSpan(200, PLAIN)).toEqual({ first: 0, end: 200 });
});

test('fades and silence are left out, and what they have a say in', () => {
  expect(musicSpan(200, { ...PLAIN, trailingSilenceSeconds: 2, fadeOutSeconds: 8 })).toEqual({
    first: 0,
    end: 180 - 5,
  });
  expect(musicSpan(200, { ...PLAIN, leadingSilenceSeconds: 1, fadeInSeconds: 3 })).toEqual({
    first: 8 + 5,
    end: 200,
  });
  expect(musicSpan(200, { ...PLAIN, trailingSilenceSeconds: 1 })).toEqual({ first: 0, end: 198 - 5 });
});

test('a track that is hardly more than its fades is taken from its first sound to its last', () => {
  const short = { ...PLAIN, durationSeconds: 20, trailingSilenceSeconds: 1, fadeOutSeconds: 9 };
  expect(musicSpan(40, short)).toEqual({ first: 0, end: 38 });
});

test('outside of a span a curve is held', () => {
  const { arousal, valence } = holdOutside(ramp(8), { first: 2, end: 6 });
  expect(Array.from(arousal)).toEqual([2, 2, 2, 3, 4, 5, 5, 5]);
  expect(Array.from(valence)).toEqual([-2, -2, -2, -3, -4, -5, -5, -5]);
});

test('an opening begins where a span does, a closing ends with it', () => {
  const curve = ramp(100);
  const opening = openingOf(curve, { first: 4, end: 90 });
  expect([opening.arousal[0], opening.arousal.at(-1)]).toEqual([4, 4 + OPENING_PAIRS - 1]);
  const closing = closingOf(curve, { first: 4, end: 90 });
  expect([closing.valence[0], closing.valence.at(-1)]).toEqual([-(90 - CLOSING_PAIRS), -89]);
  const short = { first: 1, end: 4 };
  expect(Array.from(openingOf(ramp(5), short).arousal)).toEqual([1, 2, 3]);
  expect(Array.from(closingOf(ramp(5), short).arousal)).toEqual([1, 2, 3]);
});

test('whatever the measurements say, openings and closings are stretches of the curve', () => {
  const seconds = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), seconds, seconds, (pairs, leading, trailing) => {
      const { first, end } = span(pairs, leading, trailing);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(pairs);
      expect(openingOf(ramp(pairs), { first, end }).arousal).toHaveLength(
        Math.min(OPENING_PAIRS, end - first),
      );
      expect(closingOf(ramp(pairs), { first, end }).arousal.at(-1)).toBe(end - 1);
    }),
  );
});

test('interleaves arousal and valence, and parts them again', () => {
  const curve = { arousal: Float32Array.of(1, 2), valence: Float32Array.of(3, 4) };
  expect(Array.from(interleave(curve))).toEqual([1, 3, 2, 4]);
  expect(separate(interleave(curve))).toEqual(curve);
});
