import { posix, win32 } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface M3uTrack {
  /** Absolute. */
  readonly path: string;
  readonly title: string;
  readonly artist: string | null;
  readonly durationSeconds: number | null;
}

export interface M3uOptions {
  readonly name: string;
  /** Where the file will lie; tracks in it or below are named from there. Null: nobody knows. */
  readonly folder: string | null;
  readonly platform?: NodeJS.Platform;
}

/** Writes an extended M3U8: UTF-8 without a byte order mark, which is what every player reads. */
export function writeM3u(tracks: readonly M3uTrack[], options: M3uOptions): string {
  const lines = ['#EXTM3U', `#PLAYLIST:${oneLine(options.name)}`];
  for (const track of tracks) {
    const seconds = track.durationSeconds === null ? -1 : Math.round(track.durationSeconds);
    const names = track.artist === null ? track.title : `${track.artist} - ${track.title}`;
    lines.push(`#EXTINF:${seconds},${oneLine(names)}`, locationOf(track.path, options));
  }
  return `${lines.join('\n')}\n`;
}

function locationOf(path: string, { folder, platform = process.platform }: M3uOptions): string {
  const windows = platform === 'win32';
  // A line cannot hold a line break, nor space at its ends, but an address can.
  if (/[\r\n]|\s$/.test(path)) return pathToFileURL(path, { windows }).href;
  if (folder === null) return path;
  const rules = windows ? win32 : posix;
  const relative = rules.relative(folder, path);
  if (relative.startsWith('..') || rules.isAbsolute(relative)) return path;
  // What begins with a number sign would be a comment, and space at the start would be lost.
  return /^[#\s]/.test(relative) ? `.${rules.sep}${relative}` : relative;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
