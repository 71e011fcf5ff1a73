import type { Track, TrackColumn } from '../../src-core/contract/api/index.ts';
import { clockTime } from '../format/duration.ts';

/** The columns that are drawn rather than written. */
type DrawnColumn = 'mood' | 'curve';

const TEXTS: Readonly<Record<Exclude<TrackColumn, DrawnColumn>, (track: Track) => string>> = {
  album: ({ album }) => album ?? '',
  genre: ({ genre }) => genre ?? '',
  year: ({ year }) => (year === null ? '' : String(year)),
  loudness: ({ loudnessLufs }) => (loudnessLufs === null ? '' : `${loudnessLufs.toFixed(1)} LUFS`),
  format: ({ mediaFormat }) => mediaFormat.toUpperCase(),
  duration: ({ durationSeconds }) => (durationSeconds === null ? '' : clockTime(durationSeconds)),
};

/** What is written in a track's column; '' where it is not known. */
export function columnText(column: Exclude<TrackColumn, DrawnColumn>, track: Track): string {
  return TEXTS[column](track);
}
