import type { Curve } from '../../contract/analysis.ts';
import { interleave } from '../../contract/seam.ts';

/** Windows over curves: `histories` is n x historySteps x 2, `futures`, the pair that follows each, n x 2. */
export interface Windows {
  readonly count: number;
  readonly histories: Float32Array;
  readonly futures: Float32Array;
}

/** Every window of `historySteps` pairs and one more that fits into a curve. */
export function cutWindows(curves: readonly Curve[], historySteps: number): Windows {
  const count = curves.reduce((sum, curve) => sum + Math.max(0, curve.arousal.length - historySteps), 0);
  const histories = new Float32Array(count * historySteps * 2);
  const futures = new Float32Array(count * 2);
  let window = 0;
  for (const curve of curves) {
    const pairs = interleave(curve);
    for (let start = 0; start + historySteps < curve.arousal.length; start++, window++) {
      const end = (start + historySteps) * 2;
      histories.set(pairs.subarray(start * 2, end), window * historySteps * 2);
      futures.set(pairs.subarray(end, end + 2), window * 2);
    }
  }
  return { count, histories, futures };
}
