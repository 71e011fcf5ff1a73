import type { Curve } from '../../src-core/contract/analysis.ts';
import type { Openings } from '../../src-core/queue/openings.ts';

/** A curve that stays at one point. */
export function flatCurve(arousal: number, valence: number, steps: number): Curve {
  return {
    arousal: new Float32Array(steps).fill(arousal),
    valence: new Float32Array(steps).fill(valence),
  };
}

/** Openings from curves; track ids count up from `firstTrackId`. */
export function makeOpenings(curves: readonly Curve[], stepsPerRow = 20, firstTrackId = 1): Openings {
  const values = new Float32Array(curves.length * stepsPerRow * 2);
  curves.forEach((curve, row) => {
    for (let step = 0; step < Math.min(stepsPerRow, curve.arousal.length); step++) {
      values[(row * stepsPerRow + step) * 2] = curve.arousal[step];
      values[(row * stepsPerRow + step) * 2 + 1] = curve.valence[step];
    }
  });
  return {
    trackIds: Int32Array.from(curves, (_, row) => firstTrackId + row),
    stepsPerRow,
    values,
    stepCounts: Uint8Array.from(curves, (curve) => Math.min(stepsPerRow, curve.arousal.length)),
  };
}
