import { expect, test } from 'vitest';
import { judgeSeam } from '../../../src-core/queue/judge-seam.ts';
import { describePick } from '../../../src-core/service/planning/describe-pick.ts';
import { loadPlanLibrary } from '../../../src-core/service/planning/load-plan-library.ts';
import { seamCurves } from '../../../src-core/service/planning/seam-curves.ts';
import { addAnalysedTrack, analysis, openLibrary } from '../../database/open-library.ts';
import { forecaster } from './persistent-forecaster.ts';

const PAIRS = 400;

/** Lively music that dies away over its last ten seconds, two of silence after it, or comes up so. */
function fading(end: 'in' | 'out') {
  const faded = (i: number): number => Math.max(0, end === 'out' ? i - (PAIRS - 29) : 29 - i);
  const arousal = Float32Array.from({ length: PAIRS }, (_, i) => 0.4 - 0.045 * faded(i));
  const valence = new Float32Array(PAIRS).fill(0.3);
  const edges =
    end === 'out'
      ? { trailingSilenceSeconds: 2, fadeOutSeconds: 10 }
      : { leadingSilenceSeconds: 2, fadeInSeconds: 10 };
  return analysis(PAIRS, { ...edges, curve: { arousal, valence } });
}

test('where music fades it is believed to stay as it was: in picture, forecast, match and words', () => {
  const db = openLibrary();
  addAnalysedTrack(db, '/out.mp3', fading('out'));
  addAnalysedTrack(db, '/in.mp3', fading('in'));
  const library = loadPlanLibrary(db, forecaster);
  const curves = seamCurves(db, library, forecaster, 0, 1)!;
  const last = curves.closing.arousal.at(-1)!;
  expect(last).toBeCloseTo(0.4, 1);
  expect(Math.min(...curves.closing.arousal)).toBeGreaterThan(last - 0.03);
  // The forecast sets out from where the line ends.
  expect(curves.forecast.arousal[0]).toBeCloseTo(last, 2);
  expect(curves.opening.arousal[0]).toBeCloseTo(0.4, 1);

  const { seamDistance, reason } = describePick(db, library, judgeSeam(library, 0, 1, []));
  expect(seamDistance).toBeLessThan(0.05);
  expect(reason.sentence).toMatch(/^Carries on: the music is heading excited, and this opens just so/);
  expect(reason.continuation.arousal[0]).toBeCloseTo(last, 2);
  // It is left where it begins to fade, for a track that is heard from its first sound on.
  expect(reason.seam).toMatchObject({ leaveAtSeconds: 188, enterAtSeconds: 2, crossfadeSeconds: 10 });
});
