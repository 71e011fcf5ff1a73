import { expect, test } from 'vitest';
import { judgeSeam } from '../../../src-core/queue/judge-seam.ts';
import { describePick } from '../../../src-core/service/planning/describe-pick.ts';
import { loadPlanLibrary } from '../../../src-core/service/planning/load-plan-library.ts';
import { addAnalysedTrack, analysis, openLibrary, QUIET } from '../../database/open-library.ts';
import { forecaster } from './persistent-forecaster.ts';

test('a seam tells of the beats that may meet there, where both sides have one that is clear', () => {
  const db = openLibrary();
  const [openingBeat, closingBeat] = [
    { atSeconds: 8, beatsPerMinute: 120.5 },
    { atSeconds: 40, beatsPerMinute: 120 },
  ];
  const beating = (confidence: number) => {
    const tempo = { beatsPerMinute: 120, confidence };
    return analysis(100, { sound: { ...QUIET, tempo, openingBeat, closingBeat } });
  };
  const first = addAnalysedTrack(db, '/clear.mp3', beating(0.5));
  addAnalysedTrack(db, '/clear too.mp3', beating(0.3));
  addAnalysedTrack(db, '/vague.mp3', beating(0.1));
  addAnalysedTrack(db, '/unheard.mp3', analysis(100));
  const library = loadPlanLibrary(db, forecaster);
  const seamOf = (after: number, row: number) =>
    describePick(db, library, judgeSeam(library, after, row, [])).reason.seam!;
  expect(seamOf(0, 1).beats).toEqual({ leavingTrackId: first, leaving: closingBeat, arriving: openingBeat });
  for (const [after, row] of [
    [0, 2],
    [2, 0],
    [0, 3],
    [3, 0],
  ]) {
    expect(seamOf(after, row)).not.toHaveProperty('beats');
  }
});
