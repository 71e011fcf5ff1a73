import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SegueError } from '../contract/errors.ts';

/**
 * Says where behind the token a request leads, or refuses it. The token is part of the address rather than a cookie:
 * a cookie of 127.0.0.1 would go to every other server on this computer, and a foreign page's requests would carry it.
 *
 * @param url the request's target, such as `/TOKEN/media/track/3?x`
 * @returns what follows the token and its slash, without the query
 * @throws {SegueError} 'forbidden'
 */
export function guard(
  { url, headers }: { readonly url?: string | undefined; readonly headers: IncomingHttpHeaders },
  token: string,
  port: number,
): string {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // A foreign name that was made to lead here would let its page read from us.
  if (!hosts.includes(headers.host ?? ''))
    throw new SegueError('forbidden', 'This server is not known by that name.');
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`) {
    throw new SegueError('forbidden', 'Another page may not use this server.');
  }
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') {
    throw new SegueError('forbidden', 'Another page may not use this server.');
  }
  const [, given = '', ...rest] = (url ?? '').split(/[?#]/, 1)[0].split('/');
  if (!isSame(given, token)) {
    throw new SegueError('forbidden', 'Open Segue by the whole address that it printed when it started.');
  }
  return rest.join('/');
}

/** Takes the same time wherever the difference lies. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
