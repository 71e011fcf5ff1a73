import type { Curve } from '../contract/analysis.ts';
import { readCurve } from './curve-reading.ts';
import type { PreparedNetwork } from './engines/engine.ts';
import type { Forecast } from './forecast-types.ts';
import type { RecursiveNormalisation } from './model-files/normalisation-types.ts';
import { clampToAxis, runPooled } from './network-output.ts';

/** The paper's forecast after the end of each curve: the next pair, read as the newest for the one after it. */
export function forecastRecursively(
  network: PreparedNetwork,
  { history, forecastSteps }: RecursiveNormalisation,
  curves: readonly Curve[],
): Forecast[] {
  const span = (history + forecastSteps) * 2;
  const paths = curves.map((curve) => paddedPath(curve, history, span));
  const input = new Float32Array(curves.length * history * 2);
  for (let done = 0; done < forecastSteps; done++) {
    const next = 2 * (done + history);
    paths.forEach((path, row) => {
      input.set(path.subarray(2 * done, next), row * history * 2);
    });
    const output = runPooled(network, input, paths.length, history, 'last');
    paths.forEach((path, row) => {
      path[next] = clampToAxis(output[2 * row]);
      path[next + 1] = clampToAxis(output[2 * row + 1]);
    });
  }
  return paths.map((path) => {
    const said = path.subarray(2 * history);
    return {
      arousal: said.filter((_, i) => i % 2 === 0),
      valence: said.filter((_, i) => i % 2 === 1),
      spread: null,
    };
  });
}

function paddedPath(curve: Curve, history: number, span: number): Float32Array {
  const { pairs } = readCurve(curve);
  const newest = pairs.subarray(-2 * history);
  const path = new Float32Array(span);
  const padding = 2 * history - newest.length;
  for (let i = 0; i < padding; i++) path[i] = newest[i % 2];
  path.set(newest, padding);
  return path;
}
