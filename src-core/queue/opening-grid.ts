import type { MoodPoint } from '../contract/mood.ts';
import { openingLevel, type Openings } from './openings.ts';

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
  /** `levels` in the order of `rows`: a cell is read from one place of memory. */
  readonly sorted: Float32Array;
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
  const sorted = new Float32Array(rows.length * 2);
  rows.forEach((row, at) => {
    sorted[2 * at] = levels[2 * row];
    sorted[2 * at + 1] = levels[2 * row + 1];
  });
  return { levels, rows, starts, sorted };
}

/**
 * The rows whose openings lie nearest to a point, nearest first; equal distances are ordered by track id.
 *
 * @param limit how many at most
 * @param isLegal whether a row may be among them
 */
export function nearestLevels(
  { rows, starts, sorted }: OpeningGrid,
  trackIds: Int32Array,
  point: MoodPoint,
  limit: number,
  isLegal: (row: number) => boolean,
): number[] {
  const kept = new Int32Array(limit);
  const squares = new Float64Array(limit);
  let count = 0;
  let furthest = Infinity;
  const visit = (cell: number): void => {
    for (let at = starts[cell]; at < starts[cell + 1]; at++) {
      const square = (sorted[2 * at] - point.arousal) ** 2 + (sorted[2 * at + 1] - point.valence) ** 2;
      if (square > furthest) continue;
      const row = rows[at];
      if (!isLegal(row)) continue;
      const isFull = count === limit;
      if (isFull && !isBefore(square, trackIds[row], furthest, trackIds[kept[limit - 1]])) continue;
      let place = isFull ? limit - 1 : count++;
      while (place > 0 && isBefore(square, trackIds[row], squares[place - 1], trackIds[kept[place - 1]])) {
        kept[place] = kept[place - 1];
        squares[place] = squares[place - 1];
        place--;
      }
      kept[place] = row;
      squares[place] = square;
      if (count === limit) furthest = squares[limit - 1];
    }
  };
  const column = cellIndex(point.arousal);
  const line = cellIndex(point.valence);
  for (let ring = 0; ring < CELLS; ring++) {
    // Nothing in this ring or beyond lies nearer than its inner edge.
    const nearest = Math.max(0, ring - 1) * CELL_SIZE;
    if (furthest < nearest * nearest) break;
    visitRing(column, line, ring, visit);
  }
  return Array.from(kept.subarray(0, count));
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

function openingLevels(openings: Openings): Float32Array {
  const rows = openings.stepCounts.length;
  const levels = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    const { arousal, valence } = openingLevel(openings, row);
    levels[2 * row] = arousal;
    levels[2 * row + 1] = valence;
  }
  return levels;
}

function cellOf(levels: Float32Array, row: number): number {
  return cellIndex(levels[2 * row]) * CELLS + cellIndex(levels[2 * row + 1]);
}

function cellIndex(value: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor((value + 1) / CELL_SIZE)));
}
