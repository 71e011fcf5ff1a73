import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { contentSecurityPolicy } from '../../src-core/server/content-security-policy.ts';
import { PAGE_CONTENT_TYPES, pathWithin } from '../../src-core/server/page-files.ts';
import { MEDIA_SCHEME } from './addresses.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ...PAGE_CONTENT_TYPES,
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'content-security-policy': contentSecurityPolicy(`${MEDIA_SCHEME}:`),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * Answers `app://segue/…` with a file of the built page, and anything else with an error. Only kinds of files that the page
 * is made of are served, and none from outside its folder.
 *
 * @param pageFolder absolute path
 */
export async function answerApp(request: Request, pageFolder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'Only GET and HEAD are answered.', { allow: 'GET, HEAD' });
  }
  const path = pageFile(pageFolder, request.url);
  const type = path === null ? undefined : CONTENT_TYPES[extname(path)];
  if (path === null || type === undefined) return refusal(404, 'There is no such file.');
  try {
    const bytes = await readFile(path);
    const headers = { ...HEADERS, 'content-type': type, 'content-length': String(bytes.byteLength) };
    return new Response(request.method === 'HEAD' ? null : bytes, { headers });
  } catch {
    return refusal(404, 'There is no such file.');
  }
}

/** The file that a URL names, or null where the URL is not ours or names one outside the folder. */
function pageFile(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'segue') return null;
  return pathWithin(folder, pathname === '/' ? 'index.html' : pathname);
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(message, {
    status,
    headers: { ...HEADERS, ...headers, 'content-type': 'text/plain; charset=utf-8' },
  });
}
