import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { forecast, forecastAll, forecastAlong } from '../../src-core/emotion/forecast.ts';
import { NetworkRunner } from '../../src-core/emotion/kernel/network-runner.ts';
import type {
  MixtureNormalisation,
  RecursiveNormalisation,
} from '../../src-core/emotion/model-files/normalisation-types.ts';
import type { SequenceModel } from '../../src-core/emotion/models.ts';
import type { RecurrentNetwork } from '../../src-core/emotion/network.ts';
import { randomNetwork } from './networks.ts';
import { TestRandom, largestDifference } from './random.ts';
import { sequenceModel } from './test-models.ts';

const STEPS = 6;
const PAPER: RecursiveNormalisation = { kind: 'recursive', history: 10, forecastSteps: STEPS };

/** Two regressions over 3 pairs with random weights of the size given. */
function mixture(size = 0.2): MixtureNormalisation {
  const random = new TestRandom(3);
  const regression = (curves: string): MixtureNormalisation['regressions'][number] => ({
    curves,
    weights: [...random.floats(6 * 2 * STEPS, size)],
    bias: [...random.floats(2 * STEPS, size / 10)],
  });
  return {
    kind: 'mixture',
    history: 20,
    forecastSteps: STEPS,
    inputOffsets: 2,
    inputScale: 0.05,
    regressions: [regression('calm'), regression('restless')],
    bandFactors: { arousal: new Array<number>(STEPS).fill(2), valence: new Array<number>(STEPS).fill(1) },
  };
}

function mixtureNetwork(scale = 0.4): RecurrentNetwork {
  return randomNetwork({
    inputs: 8,
    steps: null,
    units: [6],
    returnSequences: true,
    outputs: [4 * STEPS + 2],
    scale,
  });
}

const paperModel = (scale = 0.4): SequenceModel =>
  sequenceModel(randomNetwork({ inputs: 2, steps: 10, units: [6, 6], outputs: [2], scale }), PAPER);
const mixtureModel = (): SequenceModel => sequenceModel(mixtureNetwork(), mixture());

function curve(length: number, seed = 1): Curve {
  const random = new TestRandom(seed);
  return { arousal: random.floats(length, 0.5), valence: random.floats(length, 0.5) };
}

function part({ arousal, valence }: Curve, start: number, end: number): Curve {
  return { arousal: arousal.slice(start, end), valence: valence.slice(start, end) };
}

describe('a forecast by mixture', () => {
  test('is the newest pair, the weighted regressions and the correction', () => {
    const history = curve(3);
    const [a, v] = [history.arousal, history.valence];
    const input = [0, 1, 2].flatMap((t) => {
      const back = (k: number): number => Math.max(0, t - k);
      const offsets = [1, 2].flatMap((k) => [a[back(k)] - a[t], v[back(k)] - v[t]]).map((x) => x / 0.05);
      return [...offsets, a[t], v[t], 1, t / 10];
    });
    const outputs = new NetworkRunner(mixtureNetwork()).run(Float32Array.from(input), 1, 3).slice(-26);
    const share = 1 / (1 + Math.exp(outputs[25] - outputs[24]));
    const x = [a[0] - a[2], v[0] - v[2], a[1] - a[2], v[1] - v[2], a[2], v[2]];
    const [calm, restless] = mixture().regressions.map(
      ({ weights, bias }) =>
        (o: number): number =>
          x.reduce((sum, value, i) => sum + value * weights[i * 2 * STEPS + o], bias[o]),
    );
    const actual = forecast(mixtureModel(), history);
    for (let step = 0; step < STEPS; step++) {
      const change = (o: number): number => share * calm(o) + (1 - share) * restless(o) + outputs[o];
      expect(actual.arousal[step]).toBeCloseTo(a[2] + change(2 * step), 5);
      expect(actual.valence[step]).toBeCloseTo(v[2] + change(2 * step + 1), 5);
      expect(actual.spread!.arousal[step]).toBeCloseTo(2 * Math.exp(outputs[12 + 2 * step]), 5);
      expect(actual.spread!.valence[step]).toBeCloseTo(Math.exp(outputs[13 + 2 * step]), 5);
    }
  });

  test('of a long history hears the end only', () => {
    const long = curve(50);
    expect(forecast(mixtureModel(), long)).toEqual(forecast(mixtureModel(), part(long, 30, 50)));
  });

  test('reads a missing step as the one before, but not as if it had been there', () => {
    const whole = curve(12);
    const gap = part(whole, 0, 12);
    gap.arousal[11] = NaN;
    const held = part(whole, 0, 12);
    held.arousal[11] = held.arousal[10];
    held.valence[11] = held.valence[10];
    const [missing, known] = [forecast(mixtureModel(), gap), forecast(mixtureModel(), held)];
    expect([...missing.arousal, ...missing.valence].every(Number.isFinite)).toBe(true);
    expect(largestDifference(missing.arousal, known.arousal)).toBeGreaterThan(1e-4);
  });
});

describe("the paper's forecast", () => {
  test('reads each pair that it says as history for the next', () => {
    const network = randomNetwork({ inputs: 2, steps: 10, units: [6, 6], outputs: [2] });
    const runner = new NetworkRunner(network);
    const history = curve(12);
    const pairs = Array.from(history.arousal, (value, i) => [value, history.valence[i]]);
    for (let step = 0; step < STEPS; step++) {
      pairs.push([...runner.run(Float32Array.from(pairs.slice(-10).flat()), 1, 10)]);
    }
    const { arousal, valence, spread } = forecast(sequenceModel(network, PAPER), history);
    const said = pairs.slice(12);
    expect(
      largestDifference(
        arousal,
        Float32Array.from(said, ([value]) => value),
      ),
    ).toBeLessThan(1e-6);
    expect(
      largestDifference(
        valence,
        Float32Array.from(said, ([, value]) => value),
      ),
    ).toBeLessThan(1e-6);
    expect(spread).toBeNull();
  });

  test('reads a short history as if its first pair had always been', () => {
    const short = curve(3);
    const pad = (axis: Float32Array): Float32Array =>
      Float32Array.of(...new Array<number>(7).fill(axis[0]), ...axis);
    const long = { arousal: pad(short.arousal), valence: pad(short.valence) };
    expect(forecast(paperModel(), short)).toEqual(forecast(paperModel(), long));
  });
});

describe.each([
  ['by mixture', mixtureModel],
  ["the paper's", () => paperModel()],
])('any forecast: %s', (_, modelOf) => {
  const model = modelOf();

  test('is the same for many curves at once as for one by one', () => {
    const curves = [1, 5, 10, 30, 70].map((length) => curve(length, length));
    expect(forecastAll(model, curves)).toEqual(curves.map((each) => forecast(model, each)));
    expect(forecastAll(model, [])).toEqual([]);
  });

  test('along a curve is what would have been said at each step', () => {
    const whole = curve(33);
    const along = forecastAlong(model, whole);
    expect(along).toEqual(Array.from(whole.arousal, (_value, i) => forecast(model, part(whole, 0, i + 1))));
  });

  test('needs one known pair', () => {
    expect(() => forecast(model, curve(0))).toThrow(RangeError);
    const silence = { arousal: Float32Array.of(NaN, 0.1), valence: Float32Array.of(0.1, NaN) };
    expect(() => forecast(model, silence)).toThrow(RangeError);
    expect(forecast(model, curve(1)).arousal).toHaveLength(STEPS);
  });
});

test('a forecast stays within [-1, 1] for any curve, holes and all, however wild the model', () => {
  const models = [sequenceModel(mixtureNetwork(20), mixture(20)), paperModel(20)];
  const value = fc.oneof(fc.float({ min: -1, max: 1, noNaN: true }), fc.constant(NaN));
  const axis = fc.array(value, { maxLength: 40 });
  fc.assert(
    fc.property(axis, fc.constantFrom(...models), (values, model) => {
      const arousalIn = Float32Array.from([0.5, ...values]);
      const { arousal, valence } = forecast(model, { arousal: arousalIn, valence: arousalIn });
      expect(arousal.length).toBe(STEPS);
      expect([...arousal, ...valence].every((said) => Math.abs(said) <= 1)).toBe(true);
    }),
    { seed: 1, numRuns: 100 },
  );
});
