import { quadtree, type Quadtree } from 'd3-quadtree';
import type { MoodPoints } from '../../src-core/contract/api/index.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';
import type { MoodExtent } from './view.ts';

/** Least width of what {@link MoodIndex.extent} tells: a few tracks that are alike are not blown up beyond it. */
const LEAST_EXTENT = 0.6;
/** Share of the tracks at either end of an axis that may lie outside of it. */
const OUTLIERS = 0.005;

/** Finds tracks by their place on the mood plane. Indices are those of the points. */
export class MoodIndex {
  readonly points: MoodPoints;
  #tree: Quadtree<number> | null = null;

  constructor(points: MoodPoints) {
    this.points = points;
  }

  get size(): number {
    return this.points.trackIds.length;
  }

  moodAt(index: number): MoodPoint {
    return { arousal: this.points.arousal[index], valence: this.points.valence[index] };
  }

  /** Where a track lies; null where it is not on the map. */
  moodOf(trackId: number): MoodPoint | null {
    const index = bisect(this.points.trackIds, trackId);
    return this.points.trackIds[index] === trackId ? this.moodAt(index) : null;
  }

  /** @returns null where no track lies within `radius` (in units of the plane) */
  nearest({ arousal, valence }: MoodPoint, radius = Infinity): number | null {
    return this.#find().find(valence, arousal, radius) ?? null;
  }

  /** Indices of all tracks within a radius, nearest first; `most` of them at most. */
  within(middle: MoodPoint, radius: number, most = Infinity): number[] {
    // A little wider than the circle, whose edge would otherwise be lost in rounding; the distance decides.
    const half = radius + 1e-9;
    const found = this.inBox(
      {
        arousal: [middle.arousal - half, middle.arousal + half],
        valence: [middle.valence - half, middle.valence + half],
      },
      (index) => this.#distance(index, middle) <= radius,
    );
    found.sort((a, b) => this.#distance(a, middle) - this.#distance(b, middle) || a - b);
    return found.length > most ? found.slice(0, most) : found;
  }

  /** The `count` tracks nearest to a point, nearest first. */
  nearestFew(middle: MoodPoint, count: number): number[] {
    // Widened until enough are found; four times the area each time.
    for (let radius = 0.02; ; radius *= 2) {
      const found = this.within(middle, radius, count);
      if (found.length >= Math.min(count, this.size) || radius > 3) return found;
    }
  }

  /** Indices of the tracks in a box that pass a test, in no particular order; the search ends after `most`. */
  inBox(
    { arousal, valence }: MoodExtent,
    passes: (index: number) => boolean = () => true,
    most = Infinity,
  ): number[] {
    const found: number[] = [];
    const { points } = this;
    this.#find().visit((node, x0, y0, x1, y1) => {
      if (found.length >= most) return true;
      if (x0 > valence[1] || x1 < valence[0] || y0 > arousal[1] || y1 < arousal[0]) return true;
      if ('length' in node) return false;
      for (let leaf: typeof node | undefined = node; leaf; leaf = leaf.next) {
        const index = leaf.data;
        const [a, v] = [points.arousal[index], points.valence[index]];
        const isInside = a >= arousal[0] && a <= arousal[1] && v >= valence[0] && v <= valence[1];
        if (isInside && passes(index)) found.push(index);
      }
      return false;
    });
    return found;
  }

  /** Indices of the tracks in a box, or null where there are more than `most`. */
  few(extent: MoodExtent, most: number): number[] | null {
    const found = this.inBox(extent, undefined, most + 1);
    return found.length > most ? null : found;
  }

  /** Where nearly all tracks lie, and the middle of the plane. */
  extent(): MoodExtent {
    return { arousal: span(this.points.arousal), valence: span(this.points.valence) };
  }

  #distance(index: number, { arousal, valence }: MoodPoint): number {
    return Math.hypot(this.points.arousal[index] - arousal, this.points.valence[index] - valence);
  }

  #find(): Quadtree<number> {
    if (!this.#tree) {
      const { trackIds, arousal, valence } = this.points;
      this.#tree = quadtree<number>(
        trackIds.map((_, index) => index),
        (index) => valence[index],
        (index) => arousal[index],
      );
    }
    return this.#tree;
  }
}

function span(values: readonly number[]): [number, number] {
  const sorted = Float32Array.from(values).sort();
  const skipped = Math.floor(sorted.length * OUTLIERS);
  const low = Math.min(sorted.at(skipped) ?? 0, 0);
  const high = Math.max(sorted.at(-1 - skipped) ?? 0, 0);
  const missing = Math.max(0, LEAST_EXTENT - (high - low)) / 2;
  return [low - missing, high + missing];
}

/** The first place in ascending numbers that is not below a value. */
function bisect(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
