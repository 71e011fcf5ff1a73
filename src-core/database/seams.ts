import { CLOSING_PAIRS, OPENING_PAIRS } from '../contract/seam.ts';
import type { ReadableDB } from './handle.ts';
import { dequantiseInto } from './int16-curve.ts';
import { eachPaged, type Paged, readAll } from './paged.ts';
import { each, get } from './statement.ts';

/**
 * One row per track, in order of `trackIds`: row `i` of `values` is `stepsPerRow` arousal/valence pairs,
 * interleaved, of which the first `stepCounts[i]` hold music and the rest are 0.
 */
export interface SeamBlock {
  readonly trackIds: Int32Array;
  readonly stepsPerRow: number;
  readonly values: Float32Array;
  readonly stepCounts: Uint8Array;
}

/** Openings, and how far they can be trusted. */
export interface OpeningBlock extends SeamBlock {
  /**
   * Mean standard deviation of arousal and of valence over each opening, two numbers a row; 0 where the model did not
   * tell.
   */
  readonly uncertainty: Float32Array;
}

/** How each track that has a curve and is not missing begins: up to {@link OPENING_PAIRS} pairs of its music. */
export function* readOpenings(db: ReadableDB): Paged<OpeningBlock> {
  const uncertainty = new Float32Array(2 * countCurves(db));
  const sql = `SELECT track_id, opening, opening_arousal_uncertainty, opening_valence_uncertainty
     FROM curves WHERE track_id > ? ORDER BY track_id LIMIT ?`;
  const block = yield* read(db, sql, OPENING_PAIRS, (row, arousal, valence) => {
    uncertainty[2 * row] = arousal ?? 0;
    uncertainty[2 * row + 1] = valence ?? 0;
  });
  return { ...block, uncertainty: uncertainty.subarray(0, 2 * block.trackIds.length) };
}

/** {@link readOpenings} at once. */
export function loadOpenings(db: ReadableDB): OpeningBlock {
  return readAll(readOpenings(db));
}

/** How each track that has a curve and is not missing ends: up to {@link CLOSING_PAIRS} pairs of its music. */
export function loadClosings(db: ReadableDB): SeamBlock {
  const sql = `SELECT track_id, closing, NULL, NULL FROM curves WHERE track_id > ? ORDER BY track_id LIMIT ?`;
  return readAll(read(db, sql, CLOSING_PAIRS));
}

function countCurves(db: ReadableDB): number {
  return get<{ count: number }>(db, 'SELECT count(*) AS count FROM curves')!.count;
}

/** @param onRow told what else the query selects of each row that is kept */
function* read(
  db: ReadableDB,
  sql: string,
  stepsPerRow: number,
  onRow: (row: number, arousal: number | null, valence: number | null) => void = () => undefined,
): Paged<SeamBlock> {
  const missing = new Set<number>();
  each<[number]>(db, 'SELECT id FROM tracks WHERE missing_since_ms IS NOT NULL', ([id]) => missing.add(id));
  const capacity = countCurves(db);
  const trackIds = new Int32Array(capacity);
  const stepCounts = new Uint8Array(capacity);
  const values = new Float32Array(capacity * stepsPerRow * 2);
  let row = 0;
  type Row = [number, Uint8Array, number | null, number | null];
  yield* eachPaged<Row>(db, sql, ([id, pairs, arousal, valence]) => {
    // Another process may have added curves since they were counted; they come with the next load.
    if (row === capacity || missing.has(id) || pairs.length === 0) return;
    trackIds[row] = id;
    onRow(row, arousal, valence);
    stepCounts[row] = dequantiseInto(pairs, values, row * stepsPerRow * 2) / 2;
    row++;
  });
  return {
    trackIds: trackIds.subarray(0, row),
    stepsPerRow,
    values: values.subarray(0, row * stepsPerRow * 2),
    stepCounts: stepCounts.subarray(0, row),
  };
}
