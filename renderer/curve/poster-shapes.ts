import { area, curveBasis } from 'd3-shape';
import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { mean } from './mean-mood.ts';

/** The side of the square that a poster is drawn in. */
export const POSTER_SIDE = 400;
/** So many colours follow each other across the sky. */
const SKY_PARTS = 9;

interface Ridge {
  readonly of: 'arousal' | 'valence';
  /** How many points its line goes through: what is far is seen less closely. */
  readonly points: number;
  /** Where it runs, and how far a whole unit of the axis lifts it. */
  readonly y: number;
  readonly lift: number;
}

/** From the farthest to the nearest. */
const RIDGES: readonly Ridge[] = [
  { of: 'valence', points: 12, y: 250, lift: 170 },
  { of: 'arousal', points: 26, y: 290, lift: 140 },
  { of: 'arousal', points: 64, y: 335, lift: 80 },
];

export interface PosterShapes {
  /** The moods of equal parts of the track, whose colours make the sky. */
  readonly sky: readonly MoodPoint[];
  /** Where the sun stands: the whole track's place on the mood plane. */
  readonly sun: { readonly x: number; readonly y: number };
  /** SVG path data, from the farthest to the nearest. */
  readonly ridges: readonly string[];
}

/**
 * A landscape made of how a track feels: its moods are the colours of the sky from left to right, its place on the mood plane
 * is the sun's, and its curves are the ridges below.
 *
 * @param curve values in [-1, 1], at least one on each axis
 */
export function posterShapes(curve: {
  readonly arousal: readonly number[];
  readonly valence: readonly number[];
}): PosterShapes {
  const skyOf = {
    arousal: partMeans(curve.arousal, SKY_PARTS),
    valence: partMeans(curve.valence, SKY_PARTS),
  };
  return {
    sky: skyOf.arousal.map((arousal, i) => ({ arousal, valence: skyOf.valence[i] })),
    sun: {
      x: POSTER_SIDE * (0.5 + 0.45 * within(mean(curve.valence))),
      y: POSTER_SIDE * (0.34 - 0.3 * within(mean(curve.arousal))),
    },
    ridges: RIDGES.map(({ of, points, y, lift }) => {
      const values = partMeans(curve[of], points);
      const step = POSTER_SIDE / Math.max(1, values.length - 1);
      const draw = area<number>(
        (_, i) => i * step,
        POSTER_SIDE,
        (value) => y - lift * within(value),
      ).curve(curveBasis);
      return draw(values.length > 1 ? values : [values[0], values[0]]) ?? '';
    }),
  };
}

/** Few tracks lie further out than this; those that do stand at the edge. */
function within(value: number): number {
  const MOST = 0.75;
  return Math.min(Math.max(value, -MOST), MOST);
}

function partMeans(values: readonly number[], most: number): number[] {
  const parts = Math.min(most, values.length);
  return Array.from({ length: parts }, (_, part) =>
    mean(
      values.slice(
        Math.floor((part * values.length) / parts),
        Math.floor(((part + 1) * values.length) / parts),
      ),
    ),
  );
}
