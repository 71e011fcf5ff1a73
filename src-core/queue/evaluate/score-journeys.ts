import { type MoodPoint, moodDistance } from '../../contract/mood.ts';
import { curveLevel } from '../curve-level.ts';
import { errorOverParts } from './draw-rows.ts';
import { deviation, mean, quantile } from './measures.ts';
import { playCourse } from './policies.ts';
import type { RatedLibrary } from './rated-library.ts';
import { jumpsOf, ratedNear, ratingsOf, shareReached } from './rated-paths.ts';

const TRACKS = 8;

/** How journeys come out, on ratings by people. */
export interface JourneyScore {
  readonly from: MoodPoint;
  readonly to: MoodPoint;
  readonly runs: number;
  /** Libraries that are travelled. */
  readonly libraries: number;
  /** Share of the steps of single journeys that lead on toward the end; what each track's curve is wrong by is in it. */
  readonly stepsOnward: Spread;
  /** The same of each library's mean journey. */
  readonly meanPathOnward: Spread;
  /** How much of the way lies behind the journeys after each of their tracks, the one they start from first; means. */
  readonly wayBehind: readonly number[];
  /** Distance from the last track to the end. */
  readonly endError: Spread;
  /** Share of the journeys whose end counts as reached. */
  readonly reached: number;
  readonly seamMean: number;
  readonly seamP95: number;
}

/** Over libraries. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
  /** By which tracks there are; null where there was only one library. */
  readonly standardError: number | null;
}

/** Journeys from where people hear the one point to the other. @param parts of the library: one for each seed, by its place */
export function scoreJourneys(parts: readonly RatedLibrary[], from: MoodPoint, to: MoodPoint): JourneyScore {
  const journeys = parts.map((library, seed) =>
    ratedNear(library, from).map((start) => {
      const course = {
        kind: 'journey',
        start: curveLevel(library.tracks[start].curve),
        points: [{ point: to, afterTracks: TRACKS }],
      } as const;
      return ratingsOf(library, [start, ...playCourse(library, start, TRACKS, course, seed)]);
    }),
  );
  const runs = journeys.flat();
  const seams = runs.flatMap(jumpsOf);
  const endOf = (path: readonly MoodPoint[]): number => moodDistance(path.at(-1)!, to);
  return {
    from,
    to,
    runs: runs.length,
    libraries: parts.length,
    stepsOnward: spreadOf(journeys, (paths) => mean(paths.map((path) => shareOnward(path, from, to)))),
    meanPathOnward: spreadOf(journeys, (paths) => shareOnward(meanPathOf(paths), from, to)),
    wayBehind: sharesOfWay(meanPathOf(runs), from, to),
    endError: spreadOf(journeys, (paths) => mean(paths.map(endOf))),
    reached: shareReached(runs.map(endOf)),
    seamMean: mean(seams),
    seamP95: quantile(seams, 0.95),
  };
}

function spreadOf<T>(parts: readonly T[], measure: (part: T) => number): Spread {
  const values = parts.map(measure);
  return { mean: mean(values), deviation: deviation(values), standardError: errorOverParts(values) };
}

function meanPathOf(paths: readonly (readonly MoodPoint[])[]): MoodPoint[] {
  return paths[0].map((_, place) => ({
    arousal: mean(paths.map((path) => path[place].arousal)),
    valence: mean(paths.map((path) => path[place].valence)),
  }));
}

/** Share of a path's steps that come nearer to the end, along the straight line from its beginning. */
function shareOnward(path: readonly MoodPoint[], from: MoodPoint, to: MoodPoint): number {
  const along = sharesOfWay(path, from, to);
  return along.slice(1).filter((value, i) => value > along[i]).length / (path.length - 1);
}

/** How much of the straight line from a point to another lies behind each point of a path: 0 beside the one, 1 beside the other. */
function sharesOfWay(path: readonly MoodPoint[], from: MoodPoint, to: MoodPoint): number[] {
  const way = { arousal: to.arousal - from.arousal, valence: to.valence - from.valence };
  const square = way.arousal ** 2 + way.valence ** 2;
  return path.map(
    ({ arousal, valence }) =>
      ((arousal - from.arousal) * way.arousal + (valence - from.valence) * way.valence) / square,
  );
}
