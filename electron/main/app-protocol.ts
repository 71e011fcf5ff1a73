import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
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
  const path = pathWithin(pageFolder, request.url);
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
function pathWithin(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'segue') return null;
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A colon names a drive or a stream on Windows.
  if (/[\0\\:]/.test(name)) return null;
  const path = join(folder, name === '/' ? 'index.html' : name);
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : null;
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(message, {
    status,
    headers: { ...HEADERS, ...headers, 'content-type': 'text/plain; charset=utf-8' },
  });
}
