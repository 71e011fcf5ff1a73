import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import type { MoodPoint } from '../../src-core/contract/mood.ts';

/** Even a queue that hardly moves is not blown up further than this. */
const LEAST_RANGE = 0.35;

export interface PathPoint {
  /** Percent of the width and of the height. */
  readonly x: number;
  readonly arousalY: number;
  readonly valenceY: number;
  readonly mood: MoodPoint;
  readonly index: number;
}

export interface MoodPath {
  readonly points: readonly PathPoint[];
  /** SVG path data over 100 by 100. */
  readonly arousal: string;
  readonly valence: string;
  readonly neutralY: number;
}

/** The moods of tracks one after the other, evenly spread; those that are not known are left out of the lines. */
export function moodPath(moods: readonly (MoodPoint | null)[]): MoodPath {
  const known = moods.flatMap((mood, index) => (mood ? [{ mood, index }] : []));
  const most = Math.max(
    LEAST_RANGE,
    ...known.flatMap(({ mood }) => [Math.abs(mood.arousal), Math.abs(mood.valence)]),
  );
  const x = scaleLinear([0, Math.max(1, moods.length - 1)], [0, 100]);
  const y = scaleLinear([-most * 1.1, most * 1.1], [100, 0]);
  const points = known.map(({ mood, index }) => ({
    mood,
    index,
    x: x(index),
    arousalY: y(mood.arousal),
    valenceY: y(mood.valence),
  }));
  const draw = (height: (point: PathPoint) => number): string =>
    line<PathPoint>((point) => point.x, height).curve(curveMonotoneX)(points) ?? '';
  return {
    points,
    arousal: draw(({ arousalY }) => arousalY),
    valence: draw(({ valenceY }) => valenceY),
    neutralY: y(0),
  };
}
