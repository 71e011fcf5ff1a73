import type { Quadrant } from '../data/clips-csv.ts';

/** Share of excerpts on the right side of each axis, and in the right quadrant of Russell's plane. */
export interface QuadrantMetrics {
  readonly n: number;
  readonly arousal: number;
  readonly valence: number;
  readonly quadrant: number;
}

/** Whether a quadrant lies in the upper (arousal) and the right (valence) half of the plane. */
export function halvesOf(quadrant: Quadrant): { arousal: boolean; valence: boolean } {
  return { arousal: quadrant === 'Q1' || quadrant === 'Q2', valence: quadrant === 'Q1' || quadrant === 'Q4' };
}

/** @param thresholds where each axis is cut in half, on the predictions' scale */
export function quadrantMetrics(
  predicted: readonly { arousal: number; valence: number; quadrant: Quadrant }[],
  thresholds: { arousal: number; valence: number },
): QuadrantMetrics {
  let arousal = 0;
  let valence = 0;
  let both = 0;
  for (const item of predicted) {
    const truth = halvesOf(item.quadrant);
    const arousalRight = item.arousal > thresholds.arousal === truth.arousal;
    const valenceRight = item.valence > thresholds.valence === truth.valence;
    arousal += Number(arousalRight);
    valence += Number(valenceRight);
    both += Number(arousalRight && valenceRight);
  }
  const n = predicted.length;
  return { n, arousal: arousal / n, valence: valence / n, quadrant: both / n };
}
