import { expect, test } from 'vitest';
import { getCurve, putAnalysis, takeOverAnalysis } from '../../src-core/database/curves.ts';
import { connectionOf } from '../../src-core/database/handle.ts';
import { loadClosings, loadOpenings } from '../../src-core/database/seams.ts';
import { setMissing } from '../../src-core/database/scan-lookup.ts';
import { getTrack } from '../../src-core/database/tracks.ts';
import { addAnalysedTrack, addTrack, analysis, openLibrary } from './open-library.ts';

test('an analysis is kept with its curve, its measurements and its model', () => {
  const db = openLibrary();
  const id = addAnalysedTrack(
    db,
    '/a.mp3',
    analysis(70, { loudnessLufs: null, fadeInSeconds: 1.5, fadeOutSeconds: 4.25 }),
  );
  const { curve, uncertainty, modelVersion, computedAtMs } = getCurve(db, id)!;
  expect(modelVersion).toBe('model-1');
  expect(computedAtMs).toBe(2000);
  expect(curve.arousal).toHaveLength(70);
  expect(curve.arousal[69]).toBeCloseTo(0.69, 4);
  expect(curve.valence[69]).toBeCloseTo(-0.69, 4);
  expect(uncertainty!.arousal).toHaveLength(70);
  expect(uncertainty!.arousal[3]).toBeCloseTo(0.2, 2);
  expect(uncertainty!.valence[69]).toBeCloseTo(0.1, 2);
  expect(getTrack(db, id)).toMatchObject({
    durationSeconds: 35,
    loudnessLufs: null,
    samplePeak: 0.9,
    channels: 2,
    fadeInSeconds: 1.5,
    fadeOutSeconds: 4.25,
  });
});

test('a later analysis replaces an earlier one; a track without one has no curve', () => {
  const db = openLibrary();
  const id = addAnalysedTrack(db, '/a.mp3', analysis(70));
  putAnalysis(db, id, 'other content', analysis(20, { modelVersion: 'model-2', uncertainty: null }), 3000);
  expect(getCurve(db, id)).toMatchObject({ uncertainty: null, modelVersion: 'model-2', computedAtMs: 3000 });
  expect(getCurve(db, id)!.curve.valence).toHaveLength(20);
  expect(getCurve(db, addTrack(db, '/b.mp3'))).toBeUndefined();
});

test('a copy takes over curve and measurements, of the same content and model only', () => {
  const db = openLibrary();
  const original = addAnalysedTrack(db, '/a.mp3', analysis(70));
  const copy = addTrack(db, '/copy.mp3', { fingerprint: 'print of /a.mp3' });
  expect(takeOverAnalysis(db, copy, 'print of /a.mp3', 'model-2')).toBe(false);
  expect(takeOverAnalysis(db, copy, 'print of nothing', 'model-1')).toBe(false);
  expect(takeOverAnalysis(db, original, 'print of /a.mp3', 'model-1')).toBe(false);
  expect(getCurve(db, copy)).toBeUndefined();
  expect(takeOverAnalysis(db, copy, 'print of /a.mp3', 'model-1')).toBe(true);
  expect(getCurve(db, copy)).toEqual(getCurve(db, original));
  expect(getTrack(db, copy)).toMatchObject({ loudnessLufs: -14.5, durationSeconds: 35, path: '/copy.mp3' });
});

test('a curve goes with its track', () => {
  const db = openLibrary();
  const id = addAnalysedTrack(db, '/a.mp3', analysis(70));
  connectionOf(db).sqlite.prepare('DELETE FROM tracks WHERE id = ?').run(id);
  expect(getCurve(db, id)).toBeUndefined();
  expect(() => putAnalysis(db, id, 'x', analysis(3), 1)).toThrow(
    expect.objectContaining({ code: 'database-failed' }),
  );
});

test('openings and closings come as one block each, silence and fades left out, short tracks with what they have', () => {
  const db = openLibrary();
  const edges = { leadingSilenceSeconds: 1, trailingSilenceSeconds: 2, fadeOutSeconds: 3 };
  const long = addAnalysedTrack(db, '/long.mp3', analysis(70, edges));
  const gone = addAnalysedTrack(db, '/gone.mp3', analysis(70));
  const short = addAnalysedTrack(db, '/short.mp3', analysis(3, { uncertainty: null }));
  addTrack(db, '/not analysed.mp3');
  setMissing(db, gone, 1);

  const openings = loadOpenings(db);
  expect(Array.from(openings.trackIds)).toEqual([long, short]);
  expect(openings.stepsPerRow).toBe(20);
  expect(Array.from(openings.stepCounts)).toEqual([20, 3]);
  expect(openings.values).toHaveLength(2 * 20 * 2);
  expect(openings.values[0]).toBeCloseTo(0.07, 4);
  expect(openings.values[39]).toBeCloseTo(-0.26, 4);
  expect(openings.values[40 + 5]).toBeCloseTo(-0.02, 4);
  expect(Array.from(openings.values.subarray(46))).toEqual(new Array(34).fill(0));

  expect(openings.uncertainty).toEqual(Float32Array.of(0.2, 0.1, 0, 0));

  const closings = loadClosings(db);
  expect(Array.from(closings.stepCounts)).toEqual([20, 3]);
  expect(closings.values[0]).toBeCloseTo(0.35, 4);
  expect(closings.values[38]).toBeCloseTo(0.54, 4);
});

test('the block is read from an index that leaves whole curves alone', () => {
  const db = openLibrary();
  const plan = connectionOf(db)
    .sqlite.prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT track_id, opening, opening_arousal_uncertainty, opening_valence_uncertainty
       FROM curves ORDER BY track_id`,
    )
    .all();
  expect(plan.map(({ detail }) => detail)).toEqual(['SCAN curves USING COVERING INDEX curves_seams']);
});
