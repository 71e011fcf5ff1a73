import type { MoodPoint } from '../../contract/mood.ts';
import { curveLevel } from '../curve-level.ts';
import { mean, quantile } from './measures.ts';
import { playCourse } from './policies.ts';
import type { RatedLibrary } from './rated-library.ts';
import { ratedDistance } from './score-policy.ts';

/** Tracks of the journey, and within which a target is to be reached. */
const JOURNEY_TRACKS = 8;
const TARGET_TRACKS = 4;
/** Rows that each course starts from. */
const STARTS = 24;
/** As firm as can be: the listener has asked for it by hand. */
const FIRM = 1;

/** How Segue's courses come out, on ratings by people. */
export interface SteeringScore {
  readonly journey: {
    readonly from: MoodPoint;
    readonly to: MoodPoint;
    readonly runs: number;
    /** Share of the steps of single runs that lead on toward the end; every rating's own unrest is in it. */
    readonly stepsOnward: number;
    /** The same of the path averaged over runs. */
    readonly meanPathOnward: number;
    /** Distance from the last track to the end, mean over runs. */
    readonly endError: number;
    /** Distance of the mean last track from the end. */
    readonly meanEndError: number;
    readonly seamMean: number;
    readonly seamP95: number;
  };
  readonly target: {
    readonly runs: number;
    /** Distance to the target before the first and after the fourth track, means over runs. */
    readonly distanceBefore: number;
    readonly distanceAfter: number;
    readonly seamP95: number;
    readonly seamWorst: number;
    /** The 95th percentile of as many tracks of plain flow from the same starts. */
    readonly flowSeamP95: number;
  };
}

/**
 * Journeys from calm and sad to lively and happy, and targets set by hand in each corner.
 * Corners are the 15th and 85th percentile of the ratings per axis: where the library has something to play.
 */
export function scoreSteering(library: RatedLibrary, seeds: number): SteeringScore {
  const corner = (arousal: number, valence: number): MoodPoint => ({
    arousal: quantile(
      library.tracks.map(({ rating }) => rating.arousal),
      arousal,
    ),
    valence: quantile(
      library.tracks.map(({ rating }) => rating.valence),
      valence,
    ),
  });
  const calmSad = corner(0.15, 0.15);
  const livelyHappy = corner(0.85, 0.85);
  const seedList = Array.from({ length: seeds }, (_, seed) => seed);
  return {
    journey: scoreJourney(library, calmSad, livelyHappy, seedList),
    target: scoreTargets(library, [calmSad, livelyHappy, corner(0.15, 0.85), corner(0.85, 0.15)], seedList),
  };
}

function scoreJourney(
  library: RatedLibrary,
  from: MoodPoint,
  to: MoodPoint,
  seeds: readonly number[],
): SteeringScore['journey'] {
  const runs = seeds.flatMap((seed) =>
    ratedNear(library, from).map((start) => {
      const course = {
        kind: 'journey',
        start: curveLevel(library.tracks[start].curve),
        points: [{ point: to, afterTracks: JOURNEY_TRACKS }],
      } as const;
      return [start, ...playCourse(library, start, JOURNEY_TRACKS, course, seed)];
    }),
  );
  const ratingsOf = (rows: readonly number[]): MoodPoint[] => rows.map((row) => library.tracks[row].rating);
  const meanPath = Array.from({ length: JOURNEY_TRACKS + 1 }, (_, place) =>
    centre(runs.map((rows) => library.tracks[rows[place]].rating)),
  );
  const seams = runs.flatMap((rows) => jumps(library, rows));
  return {
    from,
    to,
    runs: runs.length,
    stepsOnward: mean(runs.map((rows) => shareOnward(ratingsOf(rows), from, to))),
    meanPathOnward: shareOnward(meanPath, from, to),
    endError: mean(runs.map((rows) => apart(library.tracks[rows.at(-1)!].rating, to))),
    meanEndError: apart(meanPath.at(-1)!, to),
    seamMean: mean(seams),
    seamP95: quantile(seams, 0.95),
  };
}

function scoreTargets(
  library: RatedLibrary,
  targets: readonly MoodPoint[],
  seeds: readonly number[],
): SteeringScore['target'] {
  const runs = targets.flatMap((point, i) =>
    ratedNear(library, targets[targets.length - 1 - i]).flatMap((start) =>
      seeds.map((seed) => {
        const course = { kind: 'target', point, pull: FIRM } as const;
        return { point, seed, rows: [start, ...playCourse(library, start, TARGET_TRACKS, course, seed)] };
      }),
    ),
  );
  const seams = runs.flatMap(({ rows }) => jumps(library, rows));
  const away = (row: number, point: MoodPoint): number => apart(library.tracks[row].rating, point);
  return {
    runs: runs.length,
    distanceBefore: mean(runs.map(({ rows, point }) => away(rows[0], point))),
    distanceAfter: mean(runs.map(({ rows, point }) => away(rows.at(-1)!, point))),
    seamP95: quantile(seams, 0.95),
    seamWorst: Math.max(...seams),
    flowSeamP95: quantile(
      runs.flatMap(({ rows, seed }) => {
        const flow = playCourse(library, rows[0], TARGET_TRACKS, { kind: 'flow' }, seed);
        return jumps(library, [rows[0], ...flow]);
      }),
      0.95,
    ),
  };
}

/** Share of a path's steps that come nearer to the end, along the straight line from its beginning. */
function shareOnward(path: readonly MoodPoint[], from: MoodPoint, to: MoodPoint): number {
  const along = path.map(
    ({ arousal, valence }) => arousal * (to.arousal - from.arousal) + valence * (to.valence - from.valence),
  );
  return along.slice(1).filter((value, i) => value > along[i]).length / (path.length - 1);
}

function ratedNear({ tracks }: RatedLibrary, point: MoodPoint): number[] {
  const rows = Array.from(tracks.keys());
  rows.sort((a, b) => apart(tracks[a].rating, point) - apart(tracks[b].rating, point) || a - b);
  return rows.slice(0, STARTS);
}

function jumps(library: RatedLibrary, rows: readonly number[]): number[] {
  return rows.slice(1).map((row, i) => ratedDistance(library, rows[i], row));
}

function centre(points: readonly MoodPoint[]): MoodPoint {
  return {
    arousal: mean(points.map(({ arousal }) => arousal)),
    valence: mean(points.map(({ valence }) => valence)),
  };
}

function apart(a: MoodPoint, b: MoodPoint): number {
  return Math.hypot(a.arousal - b.arousal, a.valence - b.valence);
}
