import { autoregress } from './autoregress.ts';
import { readCurve, type CurveReading } from './curve-reading.ts';
import type { PreparedNetwork } from './engines/engine.ts';
import type { Forecast } from './forecast-types.ts';
import { mixtureInputs, writeMixtureInput } from './mixture-input.ts';
import type { MixtureNormalisation } from './model-files/normalisation-types.ts';
import { clampToAxis } from './network-output.ts';
import { softmax } from './softmax.ts';
import type { Curve } from '../contract/analysis.ts';

/** A stretch of a curve that the network reads, `[start, end)`, and the first step whose answer is wanted. */
interface Stretch {
  readonly reading: CurveReading;
  readonly start: number;
  readonly end: number;
  readonly firstAnswer: number;
}

/** Stretches that are run at once. */
const BATCH = 64;

/** The mixture's forecast after the end of each curve. */
export function forecastEnds(
  network: PreparedNetwork,
  normalisation: MixtureNormalisation,
  curves: readonly Curve[],
): Forecast[] {
  const stretches = curves.map((curve): Stretch => {
    const reading = readCurve(curve);
    const end = reading.known.length;
    return { reading, start: Math.max(0, end - normalisation.history), end, firstAnswer: end - 1 };
  });
  return forecastStretches(network, normalisation, stretches);
}

/** The mixture's forecast at every step of a curve, each from the steps up to it. */
export function forecastEverywhere(
  network: PreparedNetwork,
  normalisation: MixtureNormalisation,
  curve: Curve,
): Forecast[] {
  const reading = readCurve(curve);
  const steps = reading.known.length;
  const { history } = normalisation;
  // The network answers at every step of what it reads, so one pass serves all histories that start at the start.
  const stretches: Stretch[] = [{ reading, start: 0, end: Math.min(history, steps), firstAnswer: 0 }];
  for (let end = history + 1; end <= steps; end++) {
    stretches.push({ reading, start: end - history, end, firstAnswer: end - 1 });
  }
  return forecastStretches(network, normalisation, stretches);
}

function forecastStretches(
  network: PreparedNetwork,
  normalisation: MixtureNormalisation,
  stretches: readonly Stretch[],
): Forecast[] {
  const forecasts: Forecast[] = [];
  for (let first = 0; first < stretches.length; first += BATCH) {
    const batch = stretches.slice(first, first + BATCH);
    // Shorter stretches are followed by zeros, which come too late to change their answers.
    const steps = Math.max(...batch.map(({ start, end }) => end - start));
    const width = mixtureInputs(normalisation);
    const input = new Float32Array(batch.length * steps * width);
    batch.forEach(({ reading, start, end }, row) => {
      writeMixtureInput(reading, start, end, normalisation, input, row * steps * width);
    });
    const outputs = network.run(input, batch.length, steps);
    const size = outputs.length / batch.length / steps;
    batch.forEach((stretch, row) => {
      for (let step = stretch.firstAnswer; step < stretch.end; step++) {
        const at = (row * steps + step - stretch.start) * size;
        forecasts.push(forecastOf(normalisation, stretch, step, outputs.subarray(at, at + size)));
      }
    });
  }
  return forecasts;
}

function forecastOf(
  { forecastSteps, regressions, bandFactors }: MixtureNormalisation,
  { reading, start }: Stretch,
  step: number,
  answer: Float32Array,
): Forecast {
  const changes = 2 * forecastSteps;
  const total = Float64Array.from(answer.subarray(0, changes));
  const shares = softmax(answer, 2 * changes, regressions.length);
  const linear = new Float64Array(changes);
  regressions.forEach(({ weights, bias }, k) => {
    autoregress(reading.pairs, { first: start, step }, weights, linear, 0, changes);
    for (let i = 0; i < changes; i++) total[i] += shares[k] * (linear[i] + bias[i]);
  });
  const axis = (a: 0 | 1): Float32Array =>
    Float32Array.from({ length: forecastSteps }, (_, i) =>
      clampToAxis(reading.pairs[2 * step + a] + total[2 * i + a]),
    );
  const band = (a: 0 | 1, factors: readonly number[]): Float32Array =>
    Float32Array.from(factors, (factor, i) => factor * Math.exp(answer[changes + 2 * i + a]));
  return {
    arousal: axis(0),
    valence: axis(1),
    spread: { arousal: band(0, bandFactors.arousal), valence: band(1, bandFactors.valence) },
  };
}
