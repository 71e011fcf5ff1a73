import type { MoodPoint } from '../../src-core/contract/mood.ts';
import type { MoodIndex } from './mood-index.ts';
import type { MoodExtent } from './view.ts';

/** A drawn line gains a corner when the hand has moved this far, in pixels. */
export const LEAST_STEP_PX = 4;

/** A closed shape on the mood plane; the last corner joins the first. */
export type Shape = readonly MoodPoint[];

/** The rectangle between two opposite corners. */
export function rectangle(from: MoodPoint, to: MoodPoint): Shape {
  return [
    from,
    { arousal: from.arousal, valence: to.valence },
    to,
    { arousal: to.arousal, valence: from.valence },
  ];
}

/** Whether a shape encloses a point, by the even-odd rule. */
export function encloses(shape: Shape, { arousal, valence }: MoodPoint): boolean {
  let inside = false;
  for (let i = 0, j = shape.length - 1; i < shape.length; j = i++) {
    const [a, b] = [shape[i], shape[j]];
    if (a.arousal > arousal === b.arousal > arousal) continue;
    const crossing = a.valence + ((arousal - a.arousal) / (b.arousal - a.arousal)) * (b.valence - a.valence);
    if (valence < crossing) inside = !inside;
  }
  return inside;
}

/** Indices of the tracks that a shape encloses, in the order of the library. */
export function enclosed(index: MoodIndex, shape: Shape): number[] {
  if (shape.length < 3) return [];
  return index.inBox(boundsOf(shape), (i) => encloses(shape, index.moodAt(i))).sort((a, b) => a - b);
}

export function boundsOf(shape: Shape): MoodExtent {
  const arousal = shape.map((point) => point.arousal);
  const valence = shape.map((point) => point.valence);
  return {
    arousal: [Math.min(...arousal), Math.max(...arousal)],
    valence: [Math.min(...valence), Math.max(...valence)],
  };
}

/** The middle of a shape's corners, to say in words where it is. */
export function middleOf(shape: Shape): MoodPoint {
  const mean = (of: (point: MoodPoint) => number): number =>
    shape.reduce((sum, point) => sum + of(point), 0) / shape.length;
  return { arousal: mean(({ arousal }) => arousal), valence: mean(({ valence }) => valence) };
}
