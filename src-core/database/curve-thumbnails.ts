import { THUMBNAIL_POINTS, type CurveThumbnail } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { dequantise } from './int16-curve.ts';
import { all } from './statement.ts';

/** The curves of some tracks, each axis as means of at most {@link THUMBNAIL_POINTS} equal parts, to two decimals. */
export function curveThumbnails(db: ReadableDB, trackIds: readonly number[]): CurveThumbnail[] {
  const rows = all<{ trackId: number; arousal: Uint8Array; valence: Uint8Array }>(
    db,
    `SELECT track_id AS trackId, arousal, valence FROM curves
     WHERE track_id IN (SELECT value FROM json_each(?)) AND length(arousal) > 0`,
    JSON.stringify(trackIds),
  );
  return rows.map(({ trackId, arousal, valence }) => ({
    trackId,
    arousal: partMeans(dequantise(arousal)),
    valence: partMeans(dequantise(valence)),
  }));
}

function partMeans(values: Float32Array): number[] {
  const parts = Math.min(THUMBNAIL_POINTS, values.length);
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * values.length) / parts);
    const to = Math.floor(((part + 1) * values.length) / parts);
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i];
    return Math.round((sum / (to - from)) * 100) / 100;
  });
}
