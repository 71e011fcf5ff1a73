import type { MoodPoint } from '../contract/mood.ts';
import { curveLevel } from './curve-level.ts';
import type { Legality } from './legality.ts';
import { nearestLevels } from './opening-grid.ts';
import type { PlanLibrary } from './plan-library.ts';
import type { Course } from './shape.ts';

/** Tracks about a point by which it is told how near the library comes to it. */
const TRACKS_ABOUT = 6;

/**
 * A journey whose points lie where the library has tracks: a walk toward a point that nothing comes near would get as far
 * as it can early, and then stand still.
 */
export function courseWithinReach(
  library: PlanLibrary,
  legality: Pick<Legality, 'open'>,
  course: Course,
): Course {
  if (course.kind !== 'journey') return course;
  const points = course.points.map((stage) => ({ ...stage, point: reached(library, legality, stage.point) }));
  return { ...course, points };
}

/** Where the tracks nearest to a point are on average. */
function reached(
  { grid, openings, means }: PlanLibrary,
  { open }: Pick<Legality, 'open'>,
  point: MoodPoint,
): MoodPoint {
  const rows = nearestLevels(grid, openings.trackIds, point, TRACKS_ABOUT, (row) => open[row] === 1);
  if (rows.length === 0) return point;
  return curveLevel({
    arousal: Float32Array.from(rows, (row) => means[2 * row]),
    valence: Float32Array.from(rows, (row) => means[2 * row + 1]),
  });
}
