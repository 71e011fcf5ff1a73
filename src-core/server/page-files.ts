import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { SegueError } from '../contract/errors.ts';

/** Only kinds of files that the page is made of are served. */
export const PAGE_CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
};

/**
 * A file of the built page.
 * @param name as in the address, still encoded; '' for the page itself
 * @throws {SegueError} 'not-found', also for names that lead out of the folder
 */
export async function pageFile(folder: string, name: string): Promise<Response> {
  const path = pathWithin(folder, name === '' ? 'index.html' : name);
  const type = path === null ? undefined : PAGE_CONTENT_TYPES[extname(path)];
  if (path === null || type === undefined) throw noSuchFile();
  const bytes = await readFile(path).catch(() => {
    throw noSuchFile();
  });
  // Names below assets/ change with their content; the page itself says which ones are current.
  const cacheControl = name.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'cache-control': cacheControl,
    },
  });
}

/** The file that a still encoded name means, or null where it leads out of the folder. */
export function pathWithin(folder: string, name: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    return null;
  }
  // A colon names a drive or a stream on Windows.
  if (/[\0\\:]/.test(decoded)) return null;
  const path = join(folder, decoded);
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : null;
}

function noSuchFile(): SegueError {
  return new SegueError('not-found', 'There is no such file.');
}
