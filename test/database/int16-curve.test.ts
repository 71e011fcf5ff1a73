import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dequantise, dequantiseInto, quantise } from '../../src-core/database/int16-curve.ts';

const HALF_STEP = 0.5 / 32_767;

test('values in [-1, 1] come back within half a step', () => {
  fc.assert(
    fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true }), (values) => {
      const back = dequantise(quantise(values));
      expect(back).toHaveLength(values.length);
      values.forEach((value, i) => expect(Math.abs(back[i] - value)).toBeLessThanOrEqual(HALF_STEP + 1e-7));
    }),
  );
});

test('is little-endian int16 with 32767 for 1', () => {
  expect(Array.from(quantise(Float32Array.of(0, 1, -1, 0.5)))).toEqual([
    0, 0, 0xff, 0x7f, 0x01, 0x80, 0x00, 0x40,
  ]);
  expect(Array.from(dequantise(Uint8Array.of(0xff, 0x7f, 0x01, 0x80, 0xff, 0xff)))).toEqual([
    1,
    -1,
    Math.fround(-1 / 32_767),
  ]);
});

test('what lies beyond is clamped, and what is no number is refused', () => {
  expect(Array.from(dequantise(quantise(Float32Array.of(1.5, -Infinity))))).toEqual([1, -1]);
  expect(() => quantise(Float32Array.of(0, NaN))).toThrow(/Value 1 /);
});

test('writes into the middle of a block and says how many', () => {
  const block = new Float32Array(4).fill(9);
  expect(dequantiseInto(quantise(Float32Array.of(1, -1)), block, 1)).toBe(2);
  expect(Array.from(block)).toEqual([9, 1, -1, 9]);
});
