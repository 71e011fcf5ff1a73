import type { Curve } from '../contract/analysis.ts';
import type { SequenceNormalisation } from './model-files/normalisation-types.ts';
import type { SequenceModel } from './models.ts';
import { clampToAxis, runPooled } from './network-output.ts';

/** How a curve goes on: value `i` speaks for the half second that starts `i` half seconds after its end. */
export interface Forecast extends Curve {
  /** Root mean square error to be expected of each step, where the model was measured for it. */
  readonly spread: Curve | null;
}

/**
 * Forecasts the `forecastSteps` half seconds after the end of a curve, each within [-1, 1].
 *
 * A history shorter than the model reads is padded at its start with its own first pair. A model whose horizon is
 * shorter than the forecast is applied to its own output, as in the paper (arXiv 2403.17379).
 * @throws RangeError where the history is empty.
 */
export function forecast(model: SequenceModel, history: Curve): Forecast {
  return forecastAll(model, [history])[0];
}

/** {@link forecast} for many curves at once. */
export function forecastAll(model: SequenceModel, histories: readonly Curve[]): Forecast[] {
  const { normalisation, network } = model;
  const { history, horizon, forecastSteps } = normalisation;
  const paths = histories.map((curve) => paddedPath(curve, history));
  const width = normalisation.input === 'level-and-offset' ? 4 : 2;
  const input = new Float32Array(paths.length * history * width);
  for (let done = 0; done < forecastSteps; done += horizon) {
    for (const [row, path] of paths.entries()) {
      writeInput(normalisation, path, input.subarray(row * history * width, (row + 1) * history * width));
    }
    const output = runPooled(network, input, paths.length, history, 'last');
    for (const [row, path] of paths.entries()) {
      append(normalisation, path, output.subarray(row * 2 * horizon, (row + 1) * 2 * horizon));
    }
  }
  const spread = normalisation.spread ?? null;
  return paths.map((path) => ({
    arousal: Float32Array.from(path.arousal.slice(history, history + forecastSteps)),
    valence: Float32Array.from(path.valence.slice(history, history + forecastSteps)),
    spread: spread && {
      arousal: Float32Array.from(spread.arousal),
      valence: Float32Array.from(spread.valence),
    },
  }));
}

/** The newest `history` pairs and, later, what was forecast after them. */
interface Path {
  readonly arousal: number[];
  readonly valence: number[];
}

function paddedPath(curve: Curve, history: number): Path {
  const pad = (axis: Float32Array): number[] => {
    if (axis.length === 0) throw new RangeError('a forecast needs at least one value of the curve');
    const newest = Array.from(axis.subarray(-history));
    return [...new Array<number>(history - newest.length).fill(newest[0]), ...newest];
  };
  return { arousal: pad(curve.arousal), valence: pad(curve.valence) };
}

function writeInput(normalisation: SequenceNormalisation, path: Path, target: Float32Array): void {
  const { history, input, inputScale } = normalisation;
  const start = path.arousal.length - history;
  const last = { arousal: path.arousal[start + history - 1], valence: path.valence[start + history - 1] };
  let i = 0;
  for (let step = start; step < start + history; step++) {
    if (input !== 'offset') {
      target[i++] = path.arousal[step];
      target[i++] = path.valence[step];
    }
    if (input !== 'level') {
      target[i++] = (path.arousal[step] - last.arousal) / inputScale;
      target[i++] = (path.valence[step] - last.valence) / inputScale;
    }
  }
}

function append(normalisation: SequenceNormalisation, path: Path, output: Float32Array): void {
  const { horizon, predicts, outputScale } = normalisation;
  const isChange = predicts === 'change';
  const arousal = isChange ? path.arousal[path.arousal.length - 1] : 0;
  const valence = isChange ? path.valence[path.valence.length - 1] : 0;
  for (let step = 0; step < horizon; step++) {
    path.arousal.push(clampToAxis(arousal + outputScale * output[2 * step]));
    path.valence.push(clampToAxis(valence + outputScale * output[2 * step + 1]));
  }
}
