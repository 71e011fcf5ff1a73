import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanInteger, cleanPositive, cleanText } from '../../src-core/library/clean-text.ts';

/** Lone surrogates and controls included. */
const anyCodeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

test.each([
  ['  a \r\n b\tc\u0000 ', 'a b c'],
  ['\u0000\u001b \u00a0', null],
  ['Cafe\u0301', 'Café'],
  ['half \ud83c of a pair', 'half \ufffd of a pair'],
  ['👩‍🚀 नमस्ते', '👩‍🚀 नमस्ते'],
  ['safe\u202egnp.exe', 'safe gnp.exe'],
  ['', null],
  [undefined, null],
  [7, null],
])('%j becomes %j', (value, expected) => {
  expect(cleanText(value)).toBe(expected);
});

test('is bounded without cutting a character in two', () => {
  expect(Array.from(cleanText('🎵'.repeat(2000))!)).toHaveLength(500);
});

test('is well formed, without controls, and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCodeUnit, maxLength: 60 }), (value) => {
      const text = cleanText(value);
      if (text === null) return;
      expect(text).not.toMatch(/\p{Cc}/u);
      expect(text.isWellFormed()).toBe(true);
      expect(cleanText(text)).toBe(text);
    }),
  );
});

test('numbers are whole and within bounds, or nothing', () => {
  const whole = [1, 0, 1.5, NaN, '3', 11, null].map((value) => cleanInteger(value, 1, 10));
  expect(whole).toEqual([1, null, null, null, null, null, null]);
  const positive = [0.5, 0, -1, NaN, Infinity, undefined].map((value) => cleanPositive(value, 10));
  expect(positive).toEqual([0.5, null, null, null, null, null]);
});
