import type { Curve } from '../../contract/analysis.ts';
import { interleave } from './forecast-score.ts';

/** Windows over curves, for training: `histories` is n x historySteps x 2, `futures` n x futureSteps x 2. */
export interface Windows {
  readonly count: number;
  readonly histories: Float32Array;
  readonly futures: Float32Array;
}

/** Every window of `historySteps + futureSteps` pairs that fits into a curve. */
export function cutWindows(curves: readonly Curve[], historySteps: number, futureSteps: number): Windows {
  const span = historySteps + futureSteps;
  const count = curves.reduce((sum, curve) => sum + Math.max(0, curve.arousal.length - span + 1), 0);
  const histories = new Float32Array(count * historySteps * 2);
  const futures = new Float32Array(count * futureSteps * 2);
  let window = 0;
  for (const curve of curves) {
    const pairs = interleave(curve);
    for (let start = 0; start + span <= curve.arousal.length; start++, window++) {
      const middle = (start + historySteps) * 2;
      histories.set(pairs.subarray(start * 2, middle), window * historySteps * 2);
      futures.set(pairs.subarray(middle, (start + span) * 2), window * futureSteps * 2);
    }
  }
  return { count, histories, futures };
}
