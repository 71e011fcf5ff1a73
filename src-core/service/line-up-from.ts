import { resolve } from 'node:path';
import type { Curve } from '../contract/analysis.ts';
import { SegueError } from '../contract/errors.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { LineUp, PickReason } from '../contract/queue.ts';
import { separate } from '../contract/seam.ts';
import type { ReadableDB } from '../database/handle.ts';
import { loadRecordings } from '../database/recordings.ts';
import { loadClosings, loadOpenings, type SeamBlock } from '../database/seams.ts';
import { getTrack, getTrackByPath, type Track } from '../database/tracks.ts';
import { courseTo } from '../queue/course.ts';
import { lineUpStrictly } from '../queue/line-up-strictly.ts';
import { plan } from '../queue/plan.ts';
import { PLAIN_FLOW } from '../queue/shape.ts';
import type { Forecaster } from './load-forecaster.ts';
import { describePick } from './planning/describe-pick.ts';
import { loadPlanLibrary } from './planning/load-plan-library.ts';
import { realPath } from './real-path.ts';

export interface LineUpOptions {
  readonly count: number;
  readonly seed: number;
  readonly target: MoodPoint | null;
  readonly strict: boolean;
}

/**
 * Lines up what should play after the track at `fromPath`, each with its reason.
 *
 * @throws {SegueError} 'not-indexed' where the library does not know the path, 'no-curve' where its track has none
 */
export function lineUpFrom(
  db: ReadableDB,
  forecaster: Forecaster,
  fromPath: string,
  options: LineUpOptions,
): LineUp {
  const from = findTrack(db, fromPath);
  const named = options.strict
    ? strictlyFrom(db, forecaster, from, options)
    : planFrom(db, forecaster, from, options);
  const tracks = named.map(({ trackId, seamDistance, reason }) => {
    const { path, title, artist } = getTrack(db, trackId)!;
    return { path, title, artist, seamDistance, reason };
  });
  return { from: { path: from.path, title: from.title, artist: from.artist }, tracks };
}

interface Named {
  readonly trackId: number;
  readonly seamDistance: number;
  readonly reason: PickReason;
}

function planFrom(db: ReadableDB, forecaster: Forecaster, from: Track, options: LineUpOptions): Named[] {
  const { count, seed, target } = options;
  const library = loadPlanLibrary(db, forecaster);
  const { openings } = library;
  const after = openings.trackIds.indexOf(from.id);
  if (after < 0) throw withoutCurve(from);
  const { picks } = plan(library, {
    after,
    slots: Array<null>(count).fill(null),
    never: new Set(),
    heard: [after],
    skips: new Map(),
    shape: { ...PLAIN_FLOW, course: courseTo(target) },
    seed,
  });
  return picks.flatMap(({ row, found }) =>
    found === null ? [] : [{ trackId: openings.trackIds[row], ...describePick(db, library, found) }],
  );
}

function strictlyFrom(db: ReadableDB, forecaster: Forecaster, from: Track, options: LineUpOptions): Named[] {
  const openings = loadOpenings(db);
  const closings = loadClosings(db);
  const fromRow = openings.trackIds.indexOf(from.id);
  if (fromRow < 0) throw withoutCurve(from);
  const picks = lineUpStrictly(
    {
      openings,
      recordings: loadRecordings(db, openings.trackIds),
      continuationAfter: (row) => forecaster.continuationOf(curveAt(closings, openings.trackIds[row])),
    },
    { ...options, fromRow },
  );
  return picks.map(({ row, ...pick }) => ({ ...pick, trackId: openings.trackIds[row] }));
}

/** The library keeps real paths; a listener may name a track by a relative one or through a link. */
function findTrack(db: ReadableDB, path: string): Track {
  const track = getTrackByPath(db, resolve(path)) ?? getTrackByPath(db, realPath(path));
  if (track !== undefined) return track;
  throw new SegueError('not-indexed', `"${path}" is not in the library: index its folder first.`, { path });
}

function withoutCurve({ path, title, missingSinceMs }: Track): SegueError {
  const reason =
    missingSinceMs === null
      ? 'has no curve yet: run "segue index" to finish, or see "segue errors"'
      : 'is missing from its folder';
  return new SegueError('no-curve', `"${title}" ${reason}.`, { path });
}

function curveAt({ trackIds, stepsPerRow, values, stepCounts }: SeamBlock, trackId: number): Curve {
  const row = trackIds.indexOf(trackId);
  const at = row * stepsPerRow * 2;
  return separate(values.subarray(at, at + 2 * stepCounts[row]));
}
