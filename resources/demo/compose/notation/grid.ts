/**
 * Rhythms as one character a step: `X` accent, `x` plain, `o` soft, `.` rest, `-` prolongs the stroke
 * before it. Spaces are for the eye.
 */

/** A stroke of a grid: both times in steps. */
export interface Stroke {
  readonly step: number;
  readonly steps: number;
  readonly mark: string;
}

/** Strokes of a grid in order. */
export function strokes(grid: string): Stroke[] {
  const cells = grid.replace(/\s/g, '');
  const found: Stroke[] = [];
  for (let i = 0; i < cells.length; i++) {
    const mark = cells[i];
    if (mark === '.' || mark === '-') continue;
    let end = i + 1;
    while (cells[end] === '-') end++;
    found.push({ step: i, steps: end - i, mark });
  }
  return found;
}

/** Steps in a grid. */
export const gridLength = (grid: string): number => grid.replace(/\s/g, '').length;

/** Velocity of a mark around a plain stroke's velocity. */
export function strokeVelocity(mark: string, plain: number): number {
  const change = mark === 'X' ? 18 : mark === 'o' ? -26 : 0;
  return Math.max(1, Math.min(127, plain + change));
}
