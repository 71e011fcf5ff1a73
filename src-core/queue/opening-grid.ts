import type { MoodPoint } from '../contract/mood.ts';
import type { Openings } from './openings.ts';

/** Cells along each axis of the plane: at a million tracks about a thousand in a busy cell. */
const CELLS = 128;
const CELL_SIZE = 2 / CELLS;

/** Every opening by where on the plane it lies, so that the nearest are found without a look at the rest. */
export interface OpeningGrid {
  /** Mean of each row's opening, arousal and valence interleaved. */
  readonly levels: Float32Array;
  /** Rows cell by cell, `rows[starts[c]]` to `rows[starts[c + 1] - 1]` in cell `c`. Rows without music are in none. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

export function buildOpeningGrid(openings: Openings): OpeningGrid {
  const levels = openingLevels(openings);
  const { stepCounts } = openings;
  const starts = new Int32Array(CELLS * CELLS + 1);
  for (let row = 0; row < stepCounts.length; row++) {
    if (stepCounts[row] > 0) starts[cellOf(levels, row) + 1]++;
  }
  for (let cell = 0; cell < CELLS * CELLS; cell++) starts[cell + 1] += starts[cell];
  const rows = new Int32Array(starts[CELLS * CELLS]);
  const next = starts.slice();
  for (let row = 0; row < stepCounts.length; row++) {
    if (stepCounts[row] > 0) rows[next[cellOf(levels, row)]++] = row;
  }
  return { levels, rows, starts };
}

/**
 * The rows whose openings lie nearest to a point, nearest first; equal distances are ordered by track id.
 *
 * @param limit how many at most
 * @param isLegal whether a row may be among them
 */
export function nearestLevels(
  { levels, rows, starts }: OpeningGrid,
  trackIds: Int32Array,
  point: MoodPoint,
  limit: number,
  isLegal: (row: number) => boolean,
): number[] {
  const kept: number[] = [];
  const squares: number[] = [];
  const visit = (cell: number): void => {
    for (let at = starts[cell]; at < starts[cell + 1]; at++) {
      const row = rows[at];
      const square = (levels[2 * row] - point.arousal) ** 2 + (levels[2 * row + 1] - point.valence) ** 2;
      if (kept.length === limit && square > squares[limit - 1]) continue;
      if (!isLegal(row)) continue;
      let place = kept.length;
      while (place > 0 && isBefore(square, trackIds[row], squares[place - 1], trackIds[kept[place - 1]])) {
        place--;
      }
      kept.splice(place, 0, row);
      squares.splice(place, 0, square);
      if (kept.length > limit) {
        kept.pop();
        squares.pop();
      }
    }
  };
  const column = cellIndex(point.arousal);
  const line = cellIndex(point.valence);
  for (let ring = 0; ring < CELLS; ring++) {
    // Nothing in this ring or beyond lies nearer than its inner edge.
    const nearest = Math.max(0, ring - 1) * CELL_SIZE;
    if (kept.length === limit && squares[limit - 1] < nearest * nearest) break;
    visitRing(column, line, ring, visit);
  }
  return kept;
}

function visitRing(column: number, line: number, ring: number, visit: (cell: number) => void): void {
  const top = column - ring;
  const bottom = column + ring;
  for (let c = Math.max(0, top); c <= Math.min(CELLS - 1, bottom); c++) {
    const step = c === top || c === bottom ? 1 : 2 * ring;
    for (let l = line - ring; l <= line + ring; l += step) {
      if (l >= 0 && l < CELLS) visit(c * CELLS + l);
    }
  }
}

function isBefore(square: number, id: number, otherSquare: number, otherId: number): boolean {
  return square < otherSquare || (square === otherSquare && id < otherId);
}

function openingLevels({ values, stepsPerRow, stepCounts }: Openings): Float32Array {
  const levels = new Float32Array(stepCounts.length * 2);
  for (let row = 0; row < stepCounts.length; row++) {
    const steps = stepCounts[row];
    const start = row * stepsPerRow * 2;
    let arousal = 0;
    let valence = 0;
    for (let at = start; at < start + 2 * steps; at += 2) {
      arousal += values[at];
      valence += values[at + 1];
    }
    levels[2 * row] = arousal / steps;
    levels[2 * row + 1] = valence / steps;
  }
  return levels;
}

function cellOf(levels: Float32Array, row: number): number {
  return cellIndex(levels[2 * row]) * CELLS + cellIndex(levels[2 * row + 1]);
}

function cellIndex(value: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor((value + 1) / CELL_SIZE)));
}
