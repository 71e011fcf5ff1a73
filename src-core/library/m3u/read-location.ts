import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path that a playlist's line may mean: absolute, or from wherever the playlist lies. */
export interface PossiblePath {
  readonly path: string;
  readonly isAbsolute: boolean;
}

/**
 * What a line of a playlist may mean on this computer, likeliest first: as it stands, with its percent escapes read, and
 * with the separators of Windows read. Empty for an address on the web.
 */
export function readLocation(location: string, platform: NodeJS.Platform = process.platform): PossiblePath[] {
  const windows = platform === 'win32';
  if (/^file:/i.test(location)) {
    const path = pathOfUrl(location, windows);
    return path === null ? [] : [possible(path, windows)];
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) return [];
  const unescaped = unescape(location);
  const readings = [location, unescaped, location.replaceAll('\\', '/'), unescaped.replaceAll('\\', '/')];
  return [...new Set(windows ? readings.slice(0, 2) : readings)].map((path) => possible(path, windows));
}

function possible(path: string, windows: boolean): PossiblePath {
  const rules = windows ? win32 : posix;
  return { path: rules.normalize(path), isAbsolute: rules.isAbsolute(path) };
}

function pathOfUrl(url: string, windows: boolean): string | null {
  try {
    // Some players write `file://` before a plain path, spaces and all.
    return fileURLToPath(new URL(url), { windows });
  } catch {
    return null;
  }
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
