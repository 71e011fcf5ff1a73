import { type MoodPoint, moodDistance } from '../../contract/mood.ts';
import { curveLevel } from '../curve-level.ts';
import type { Course } from '../shape.ts';
import { drawRows, errorOverParts } from './draw-rows.ts';
import { mean, quantile } from './measures.ts';
import { playCourse } from './policies.ts';
import type { RatedLibrary } from './rated-library.ts';
import { jumpsOf, ratedNear, ratingsOf, shareReached } from './rated-paths.ts';

/** Within which a target is to be reached. */
const TRACKS = 4;

/** As firm as can be: the listener has asked for it by hand. */
const FIRM = 1;

/** How targets come out, on ratings by people. */
export interface TargetScore {
  readonly runs: number;
  /** Distance to the target before the first and after the fourth track, means over runs. */
  readonly distanceBefore: number;
  readonly distanceAfter: number;
  /** Share of the runs whose fourth track counts as being there. */
  readonly reached: number;
  /** Share of the runs of which any track does. */
  readonly reachedOnTheWay: number;
  /** The same of one leap to the track whose curve lies nearest to the target: no way leads nearer but by luck. */
  readonly leap: { readonly distanceAfter: number; readonly reached: number };
  readonly seamP95: number;
  readonly seamWorst: number;
  /** The 95th percentile of as many tracks of plain flow from the same starts. */
  readonly flowSeamP95: number;
  /** How much higher the target's is, and how far that depends on which tracks there are; null where there was one library. */
  readonly p95OverFlow: { readonly by: number; readonly standardError: number | null };
}

/** A target that is set while a track plays. */
export interface Wish {
  readonly library: RatedLibrary;
  readonly seed: number;
  readonly start: number;
  readonly point: MoodPoint;
}

/** From the corner opposite each target. @param parts of the library: one for each seed, by its place */
export function acrossCorners(parts: readonly RatedLibrary[], targets: readonly MoodPoint[]): Wish[] {
  return targets.flatMap((point, i) =>
    parts.flatMap((library, seed) =>
      ratedNear(library, targets[targets.length - 1 - i]).map((start) => ({ library, seed, start, point })),
    ),
  );
}

/** From tracks drawn by the seed to where the curves of others lie, which is where the map shows them. */
export function anywhere(library: RatedLibrary, seed: number): Wish[] {
  const drawn = drawRows(library, seed);
  const half = Math.floor(drawn.length / 2);
  return drawn
    .slice(0, half)
    .map((start, i) => ({ library, seed, start, point: curveLevel(library.tracks[drawn[half + i]].curve) }));
}

interface Run {
  readonly seed: number;
  /** The track that plays when the target is set, and those after it. */
  readonly path: readonly MoodPoint[];
  /** As many of plain flow. */
  readonly flow: readonly MoodPoint[];
  /** How far each track of the path, and one leap, ends from the target. */
  readonly distances: readonly number[];
  readonly leapDistance: number;
}

export function scoreTargets(wishes: readonly Wish[]): TargetScore {
  const runs = wishes.map(runOf);
  const seams = runs.flatMap(({ path }) => jumpsOf(path));
  const ends = runs.map(({ distances }) => distances.at(-1)!);
  const leaps = runs.map(({ leapDistance }) => leapDistance);
  const byLibrary = Map.groupBy(runs, ({ seed }) => seed);
  return {
    runs: runs.length,
    distanceBefore: mean(runs.map(({ distances }) => distances[0])),
    distanceAfter: mean(ends),
    reached: shareReached(ends),
    reachedOnTheWay: shareReached(runs.map(({ distances }) => Math.min(...distances.slice(1)))),
    leap: { distanceAfter: mean(leaps), reached: shareReached(leaps) },
    seamP95: quantile(seams, 0.95),
    seamWorst: Math.max(...seams),
    flowSeamP95: flowP95(runs),
    p95OverFlow: {
      by: overFlow(runs),
      standardError: errorOverParts([...byLibrary.values()].map(overFlow)),
    },
  };
}

function runOf({ library, seed, start, point }: Wish): Run {
  const play = (course: Course): MoodPoint[] =>
    ratingsOf(library, [start, ...playCourse(library, start, TRACKS, course, seed)]);
  const path = play({ kind: 'target', point, pull: FIRM });
  const [leap] = ratingsOf(library, [nearestByCurve(library, start, point)]);
  return {
    seed,
    path,
    flow: play({ kind: 'flow' }),
    distances: path.map((place) => moodDistance(place, point)),
    leapDistance: moodDistance(leap, point),
  };
}

/** The row whose curve lies nearest to a point, besides one. */
function nearestByCurve(
  { tracks, planLibrary: { means } }: RatedLibrary,
  besides: number,
  point: MoodPoint,
): number {
  const distances = tracks.map((_, row) =>
    row === besides
      ? Infinity
      : moodDistance({ arousal: means[2 * row], valence: means[2 * row + 1] }, point),
  );
  return distances.indexOf(Math.min(...distances));
}

function overFlow(runs: readonly Run[]): number {
  const seams = runs.flatMap(({ path }) => jumpsOf(path));
  return quantile(seams, 0.95) - flowP95(runs);
}

function flowP95(runs: readonly Run[]): number {
  return quantile(
    runs.flatMap(({ flow }) => jumpsOf(flow)),
    0.95,
  );
}
