import type { Curve } from '../../contract/analysis.ts';
import type { CurveWithBand } from '../../contract/api/index.ts';
import { getClosing } from '../../database/curves.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getTrack } from '../../database/tracks.ts';
import { HOLDS_70_PERCENT } from '../../queue/foretold.ts';
import { forPrint, segmentForPrint } from '../../queue/for-print.ts';
import { openingVariance, type PlanLibrary } from '../../queue/plan-library.ts';
import { openingAt } from '../../queue/reason.ts';
import { steadyEnd, steadyForecast } from '../../queue/steady.ts';
import type { Forecaster } from '../load-forecaster.ts';

/** The curves that meet at a seam. */
export interface SeamCurves {
  readonly closing: { readonly arousal: number[]; readonly valence: number[] };
  readonly forecast: CurveWithBand;
  readonly opening: CurveWithBand;
}

/** Null where the leaving track's curve has gone. @param after and `row`: rows of the library */
export function seamCurves(
  db: ReadableDB,
  library: PlanLibrary,
  forecaster: Forecaster,
  after: number,
  row: number,
): SeamCurves | null {
  const { openings, means } = library;
  const closing = getClosing(db, openings.trackIds[after]);
  if (closing === undefined) return null;
  const ahead = forecaster.continuationOf(closing);
  const mean = { arousal: means[2 * after], valence: means[2 * after + 1] };
  const durationSeconds = getTrack(db, openings.trackIds[after])?.durationSeconds ?? 0;
  const leaving = openingVariance(library, after);
  const arriving = openingVariance(library, row);
  return {
    // As the matcher takes them.
    closing: segmentForPrint(steadyEnd(closing, mean, durationSeconds)),
    forecast: withBand(steadyForecast(ahead, closing, mean, durationSeconds), (axis, step) =>
      Math.hypot(Math.sqrt(leaving[axis]), ahead.spread?.[axis][step] ?? 0),
    ),
    opening: withBand(openingAt(openings, row, openings.stepCounts[row]), (axis) =>
      Math.sqrt(arriving[axis]),
    ),
  };
}

function withBand(
  curve: Curve,
  deviationOf: (axis: 'arousal' | 'valence', step: number) => number,
): CurveWithBand {
  const halfWidth = (axis: 'arousal' | 'valence'): number[] =>
    Array.from(curve[axis], (_, step) => forPrint(HOLDS_70_PERCENT * deviationOf(axis, step)));
  return {
    ...segmentForPrint(curve),
    arousalHalfWidth: halfWidth('arousal'),
    valenceHalfWidth: halfWidth('valence'),
  };
}
