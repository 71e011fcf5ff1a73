import type { MoodPoint } from '../../contract/mood.ts';
import { curveLevel } from '../curve-level.ts';
import { deviation, mean, quantile } from './measures.ts';
import { playCourse } from './policies.ts';
import type { Course } from '../shape.ts';
import { drawRows } from './draw-rows.ts';
import type { RatedLibrary } from './rated-library.ts';

/** Tracks of the journey, and within which a target is to be reached. */
const JOURNEY_TRACKS = 8;
const TARGET_TRACKS = 4;
/** Rows that each course starts from. */
const STARTS = 24;
/** Distance from a wish within which it is reached. */
const REACHED = 0.25;
/** As firm as can be: the listener has asked for it by hand. */
const FIRM = 1;

/** How Segue's courses come out, on ratings by people. */
export interface SteeringScore {
  readonly journey: {
    readonly from: MoodPoint;
    readonly to: MoodPoint;
    readonly runs: number;
    /** Libraries that are travelled. */
    readonly libraries: number;
    /** Share of the steps of single journeys that lead on toward the end; what each track's curve is wrong by is in it. */
    readonly stepsOnward: Spread;
    /** The same of each library's mean journey. */
    readonly meanPathOnward: Spread;
    /** Distance from the last track to the end. */
    readonly endError: Spread;
    /** Share of the journeys whose end is within {@link REACHED} of the wish. */
    readonly reached: number;
    readonly seamMean: number;
    readonly seamP95: number;
  };
  /** To each corner from the one opposite: as far as can be. */
  readonly target: TargetScore;
  /** From any track to where any other is: as far as a listener usually asks. */
  readonly targetAnywhere: TargetScore;
}

/** Over libraries. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

export interface TargetScore {
  readonly runs: number;
  /** Distance to the target before the first and after the fourth track, means over runs. */
  readonly distanceBefore: number;
  readonly distanceAfter: number;
  /** Share of the runs whose fourth track is within {@link REACHED} of the target. */
  readonly reached: number;
  readonly seamP95: number;
  readonly seamWorst: number;
  /** The 95th percentile of as many tracks of plain flow from the same starts. */
  readonly flowSeamP95: number;
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
  // In one library all journeys might end with the same track.
  const parts = Array.from({ length: seeds }, (_, seed) => library.part(drawRows(library, seed)));
  return {
    journey: scoreJourney(parts, calmSad, livelyHappy),
    target: scoreTargets(
      acrossCorners(parts, [calmSad, livelyHappy, corner(0.15, 0.85), corner(0.85, 0.15)]),
    ),
    targetAnywhere: scoreTargets(parts.flatMap(anywhere)),
  };
}

/** @param parts of the library: one for each seed, by its place */
function scoreJourney(
  parts: readonly RatedLibrary[],
  from: MoodPoint,
  to: MoodPoint,
): SteeringScore['journey'] {
  const journeys = parts.map((library, seed) =>
    ratedNear(library, from).map((start) => {
      const course = {
        kind: 'journey',
        start: curveLevel(library.tracks[start].curve),
        points: [{ point: to, afterTracks: JOURNEY_TRACKS }],
      } as const;
      return ratingsOf(library, [start, ...playCourse(library, start, JOURNEY_TRACKS, course, seed)]);
    }),
  );
  const runs = journeys.flat();
  const seams = runs.flatMap(jumps);
  const ends = runs.map((path) => apart(path.at(-1)!, to));
  return {
    from,
    to,
    runs: runs.length,
    libraries: parts.length,
    stepsOnward: spreadOf(journeys, (paths) => mean(paths.map((path) => shareOnward(path, from, to)))),
    meanPathOnward: spreadOf(journeys, (paths) => shareOnward(meanPathOf(paths), from, to)),
    endError: spreadOf(journeys, (paths) => mean(paths.map((path) => apart(path.at(-1)!, to)))),
    reached: shareReached(ends),
    seamMean: mean(seams),
    seamP95: quantile(seams, 0.95),
  };
}

function spreadOf<T>(parts: readonly T[], measure: (part: T) => number): Spread {
  const values = parts.map(measure);
  return { mean: mean(values), deviation: deviation(values) };
}

function meanPathOf(paths: readonly (readonly MoodPoint[])[]): MoodPoint[] {
  return paths[0].map((_, place) => centre(paths.map((path) => path[place])));
}

function shareReached(distances: readonly number[]): number {
  return distances.filter((distance) => distance <= REACHED).length / distances.length;
}

/** A target that is set while a track plays. */
interface Wish {
  readonly library: RatedLibrary;
  readonly seed: number;
  readonly start: number;
  readonly point: MoodPoint;
}

/** From the corner opposite each target. @param parts of the library: one for each seed, by its place */
function acrossCorners(parts: readonly RatedLibrary[], targets: readonly MoodPoint[]): Wish[] {
  return targets.flatMap((point, i) =>
    parts.flatMap((library, seed) =>
      ratedNear(library, targets[targets.length - 1 - i]).map((start) => ({ library, seed, start, point })),
    ),
  );
}

/** From tracks drawn by the seed to where the curves of others lie, which is where the map shows them. */
function anywhere(library: RatedLibrary, seed: number): Wish[] {
  const drawn = drawRows(library, seed);
  const half = Math.floor(drawn.length / 2);
  return drawn
    .slice(0, half)
    .map((start, i) => ({ library, seed, start, point: curveLevel(library.tracks[drawn[half + i]].curve) }));
}

function scoreTargets(wishes: readonly Wish[]): TargetScore {
  const runs = wishes.map(({ library, seed, start, point }) => {
    const play = (course: Course): MoodPoint[] =>
      ratingsOf(library, [start, ...playCourse(library, start, TARGET_TRACKS, course, seed)]);
    return { point, path: play({ kind: 'target', point, pull: FIRM }), flow: play({ kind: 'flow' }) };
  });
  const seams = runs.flatMap(({ path }) => jumps(path));
  const ends = runs.map(({ path, point }) => apart(path.at(-1)!, point));
  return {
    runs: runs.length,
    distanceBefore: mean(runs.map(({ path, point }) => apart(path[0], point))),
    distanceAfter: mean(ends),
    reached: shareReached(ends),
    seamP95: quantile(seams, 0.95),
    seamWorst: Math.max(...seams),
    flowSeamP95: quantile(
      runs.flatMap(({ flow }) => jumps(flow)),
      0.95,
    ),
  };
}

function ratingsOf({ tracks }: RatedLibrary, rows: readonly number[]): MoodPoint[] {
  return rows.map((row) => tracks[row].rating);
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

function jumps(path: readonly MoodPoint[]): number[] {
  return path.slice(1).map((point, i) => apart(path[i], point));
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
