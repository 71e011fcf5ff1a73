import * as v from 'valibot';
import { HOP_SECONDS, type Curve } from '../../contract/analysis.ts';
import { SegueError } from '../../contract/errors.ts';
import { emotionCell, numberCell, parseCsv, readCsv } from './read-csv.ts';

const pointSchema = v.object({
  song: v.pipe(v.string(), v.minLength(1, 'a song is missing')),
  t: numberCell,
  arousal: emotionCell,
  valence: emotionCell,
});

/** The rated curve of one song. */
export interface SongCurve extends Curve {
  readonly song: string;
  /** Seconds from the song's start to the first value. */
  readonly startSeconds: number;
}

/**
 * Reads a table of the form of `emomusic.csv`: one row for every half second of a song, songs one after another.
 * @throws {SegueError} as {@link readCsv}, and `usage` where a song has a gap or appears twice.
 */
export async function readCurvesCsv(path: string): Promise<SongCurve[]> {
  return toCurves(await readCsv(path, pointSchema), path);
}

/** {@link readCurvesCsv} over text. */
export function parseCurvesCsv(text: string, path = 'curves.csv'): SongCurve[] {
  return toCurves(parseCsv(text, pointSchema, path), path);
}

function toCurves(points: v.InferOutput<typeof pointSchema>[], path: string): SongCurve[] {
  const bySong = new Map<string, { startSeconds: number; arousal: number[]; valence: number[] }>();
  let previous: v.InferOutput<typeof pointSchema> | undefined;
  points.forEach((point, index) => {
    const fail = (reason: string): SegueError =>
      new SegueError('usage', `Line ${index + 2} of ${path} does not fit: ${reason}.`, { path });
    let curve = bySong.get(point.song);
    if (curve === undefined) {
      curve = { startSeconds: point.t, arousal: [], valence: [] };
      bySong.set(point.song, curve);
    } else {
      if (previous?.song !== point.song) throw fail(`song ${point.song} appears in two places`);
      if (Math.abs(point.t - previous.t - HOP_SECONDS) > 1e-3)
        throw fail('not half a second after the row before');
    }
    curve.arousal.push(point.arousal);
    curve.valence.push(point.valence);
    previous = point;
  });
  return [...bySong].map(([song, curve]) => ({
    song,
    startSeconds: curve.startSeconds,
    arousal: Float32Array.from(curve.arousal),
    valence: Float32Array.from(curve.valence),
  }));
}
