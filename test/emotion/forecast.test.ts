import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { forecast, forecastAll } from '../../src-core/emotion/forecast.ts';
import { NetworkRunner } from '../../src-core/emotion/kernel/network-runner.ts';
import type { SequenceNormalisation } from '../../src-core/emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../src-core/emotion/network.ts';
import { randomNetwork } from './networks.ts';
import { TestRandom, largestDifference } from './random.ts';
import { sequenceModel } from './test-models.ts';

const ONE_SHOT: SequenceNormalisation = {
  history: 10,
  horizon: 20,
  forecastSteps: 20,
  input: 'level-and-offset',
  inputScale: 0.05,
  predicts: 'change',
  outputScale: 0.1,
};
const PAPER: SequenceNormalisation = {
  history: 10,
  horizon: 1,
  forecastSteps: 6,
  input: 'level',
  inputScale: 1,
  predicts: 'level',
  outputScale: 1,
};

function curve(length: number, seed = 1): Curve {
  const random = new TestRandom(seed);
  return { arousal: random.floats(length, 0.8), valence: random.floats(length, 0.8) };
}

function network(normalisation: SequenceNormalisation, scale = 0.4): RecurrentNetwork {
  const inputs = normalisation.input === 'level-and-offset' ? 4 : 2;
  return randomNetwork({
    inputs,
    steps: normalisation.history,
    units: [6, 6],
    outputs: [2 * normalisation.horizon],
    scale,
  });
}

/** The network with its last layer at zero: it always answers 0. */
function silent(normalisation: SequenceNormalisation): RecurrentNetwork {
  const { layers, ...rest } = network(normalisation);
  const top = layers[layers.length - 1];
  const zero = {
    ...top,
    kernel: new Float32Array(top.kernel.length),
    bias: new Float32Array(top.bias.length),
  };
  return { ...rest, layers: [...layers.slice(0, -1), zero] };
}

describe('forecast', () => {
  test('a model that sees no change repeats the last pair', () => {
    const history = curve(30);
    const { arousal, valence, spread } = forecast(sequenceModel(silent(ONE_SHOT), ONE_SHOT), history);
    expect(arousal).toEqual(new Float32Array(20).fill(history.arousal[29]));
    expect(valence).toEqual(new Float32Array(20).fill(history.valence[29]));
    expect(spread).toBeNull();
  });

  test('one shot: levels and offsets in, scaled changes out', () => {
    const history = curve(25);
    const [a, v] = [history.arousal, history.valence];
    const input = Float32Array.from({ length: 40 }, (_, i) => {
      const step = 15 + Math.floor(i / 4);
      return [a[step], v[step], (a[step] - a[24]) / 0.05, (v[step] - v[24]) / 0.05][i % 4];
    });
    const output = new NetworkRunner(network(ONE_SHOT)).run(input, 1, 10);
    const actual = forecast(sequenceModel(network(ONE_SHOT), ONE_SHOT), history);
    const expected = Array.from({ length: 20 }, (_, i) => a[24] + 0.1 * output[2 * i]);
    expect(largestDifference(actual.arousal, expected)).toBeLessThan(1e-6);
    expect(actual.valence[19]).toBeCloseTo(v[24] + 0.1 * output[39], 6);
  });

  test('one step at a time: each forecast pair is read as history for the next', () => {
    const runner = new NetworkRunner(network(PAPER));
    const history = curve(12);
    const pairs = Array.from(history.arousal, (value, i) => [value, history.valence[i]]);
    for (let step = 0; step < 6; step++) {
      pairs.push([...runner.run(Float32Array.from(pairs.slice(-10).flat()), 1, 10)]);
    }
    const { arousal, valence } = forecast(sequenceModel(network(PAPER), PAPER), history);
    expect(
      largestDifference(
        arousal,
        pairs.slice(12).map(([value]) => value),
      ),
    ).toBeLessThan(1e-6);
    expect(
      largestDifference(
        valence,
        pairs.slice(12).map(([, value]) => value),
      ),
    ).toBeLessThan(1e-6);
  });

  test('a short history is read as if its first pair had always been', () => {
    const model = sequenceModel(network(ONE_SHOT), ONE_SHOT);
    const short = curve(3);
    const pad = (axis: Float32Array): Float32Array =>
      Float32Array.of(...new Array<number>(7).fill(axis[0]), ...axis);
    const long = { arousal: pad(short.arousal), valence: pad(short.valence) };
    expect(forecast(model, short)).toEqual(forecast(model, long));
    expect(() => forecast(model, curve(0))).toThrow(RangeError);
  });

  test('only the newest pairs count', () => {
    const model = sequenceModel(network(PAPER), PAPER);
    const long = curve(40);
    const newest = { arousal: long.arousal.slice(-10), valence: long.valence.slice(-10) };
    expect(forecast(model, long)).toEqual(forecast(model, newest));
  });

  test('many at once are the same as one by one', () => {
    const model = sequenceModel(network(PAPER), PAPER);
    const curves = [1, 5, 10, 30, 70].map((length) => curve(length, length));
    expect(forecastAll(model, curves)).toEqual(curves.map((each) => forecast(model, each)));
    expect(forecastAll(model, [])).toEqual([]);
  });

  test('hands on the spread that was measured', () => {
    const spread = { arousal: new Array<number>(6).fill(0.25), valence: [0.5, 0.5, 0.5, 0.5, 0.5, 1] };
    const result = forecast(sequenceModel(network(PAPER), { ...PAPER, spread }), curve(10));
    expect(result.spread).toEqual({
      arousal: Float32Array.from(spread.arousal),
      valence: Float32Array.from(spread.valence),
    });
  });

  test('stays within [-1, 1] for any curve, however wild the model', () => {
    const models = [ONE_SHOT, PAPER].map((each) => sequenceModel(network(each, 20), each));
    const axis = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(axis, fc.constantFrom(...models), (values, model) => {
        const history = { arousal: Float32Array.from(values), valence: Float32Array.from(values).reverse() };
        const { arousal, valence } = forecast(model, history);
        expect(arousal.length).toBe(model.normalisation.forecastSteps);
        expect([...arousal, ...valence].every((value) => Math.abs(value) <= 1)).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
