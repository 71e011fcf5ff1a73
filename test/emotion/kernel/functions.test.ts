import { describe, expect, test } from 'vitest';
import { ACTIVATION_KINDS } from '../../../src-core/emotion/kernel/dense-layer.ts';
import { Kernel } from '../../../src-core/emotion/kernel/instance.ts';

function apply(kind: 'tanh' | 'sigmoid' | 'relu' | 'elu', values: Float32Array): Float32Array {
  const kernel = new Kernel();
  const pointer = kernel.allocate(values.length);
  kernel.floats(pointer, values.length).set(values);
  kernel.call.activate(ACTIVATION_KINDS[kind], values.length, pointer);
  return kernel.floats(pointer, values.length).slice();
}

const SWEEP = Float32Array.from({ length: 80_000 }, (_, i) => (i - 40_000) / 1000);

describe('the vector functions', () => {
  test.each([
    ['tanh', Math.tanh],
    ['sigmoid', (x: number) => 1 / (1 + Math.exp(-x))],
    ['elu', (x: number) => (x > 0 ? x : Math.expm1(x))],
  ] as const)('%s lies within 2.5e-7 of the true value on [-40, 40]', (kind, exact) => {
    const actual = apply(kind, SWEEP);
    const worst = SWEEP.reduce((largest, x, i) => Math.max(largest, Math.abs(actual[i] - exact(x))), 0);
    expect(worst).toBeLessThan(2.5e-7);
  });

  test('settle at their limits, however large the argument', () => {
    const extremes = Float32Array.of(-Infinity, -3e38, -1000, -100, 100, 1000, 3e38, Infinity);
    expect([...apply('tanh', extremes)]).toEqual([-1, -1, -1, -1, 1, 1, 1, 1]);
    expect([...apply('elu', extremes)]).toEqual([-1, -1, -1, -1, ...extremes.subarray(4)]);
    const logistic = apply('sigmoid', extremes);
    for (const [i, value] of logistic.entries()) expect(value).toBeCloseTo(i < 4 ? 0 : 1, 30);
  });
});

describe('decibels', () => {
  const FLOOR = 1e-10;
  function decibels(values: Float32Array): Float32Array {
    const kernel = new Kernel();
    const pointer = kernel.allocate(values.length);
    kernel.floats(pointer, values.length).set(values);
    kernel.call.decibels(values.length, pointer, FLOOR);
    return kernel.floats(pointer, values.length).slice();
  }

  test('lie within 5e-5 dB of the true value over every exponent, nearer at everyday levels', () => {
    const powers = Float32Array.from({ length: 40_000 }, (_, i) => 10 ** (-10 + i / 830));
    const actual = decibels(powers);
    for (const [i, power] of powers.entries()) {
      const error = Math.abs(actual[i] - 10 * Math.log10(Math.max(power, FLOOR)));
      expect(error).toBeLessThan(power < 1e6 && power > 1e-6 ? 1e-5 : 5e-5);
    }
  });

  test('are exact for a power of 1 and the floor for what is no power', () => {
    const odd = Float32Array.of(1, 0, -5, NaN, Infinity, -Infinity, 1e-40, 1e-11);
    expect([...decibels(odd)]).toEqual([0, ...new Array<number>(7).fill(Math.fround(-100))]);
  });
});
