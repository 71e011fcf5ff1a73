import type { Curve } from '../../contract/analysis.ts';
import { interleave } from './forecast-score.ts';

/** Windows over curves, for training: `histories` is n x historySteps x 2, `futures` n x futureSteps x 2. */
export interface Windows {
  readonly count: number;
  readonly histories: Float32Array;
  readonly futures: Float32Array;
  /** Number of the set that each window comes from. */
  readonly sets: Uint8Array;
}

/**
 * Every window of `historySteps + futureSteps` pairs that fits into a curve.
 * @param setOf number of the set that a curve belongs to; all are of one set by default
 */
export function cutWindows<T extends Curve>(
  curves: readonly T[],
  historySteps: number,
  futureSteps: number,
  setOf: (curve: T) => number = () => 0,
): Windows {
  const span = historySteps + futureSteps;
  const count = curves.reduce((sum, curve) => sum + Math.max(0, curve.arousal.length - span + 1), 0);
  const histories = new Float32Array(count * historySteps * 2);
  const futures = new Float32Array(count * futureSteps * 2);
  const sets = new Uint8Array(count);
  let window = 0;
  for (const curve of curves) {
    const pairs = interleave(curve);
    const set = setOf(curve);
    for (let start = 0; start + span <= curve.arousal.length; start++, window++) {
      const middle = (start + historySteps) * 2;
      histories.set(pairs.subarray(start * 2, middle), window * historySteps * 2);
      futures.set(pairs.subarray(middle, (start + span) * 2), window * futureSteps * 2);
      sets[window] = set;
    }
  }
  return { count, histories, futures, sets };
}
