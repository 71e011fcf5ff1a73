import type { MediaAnswerer } from '../../src-core/service/media/answer-media.ts';
import { APP_ORIGIN } from './addresses.ts';

/** Answers `media://track/<id>` and `media://art/<id>`, for our own page alone. */
export async function answerMedia(request: Request, media: MediaAnswerer): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const { body, status, headers: own } = await media.answer(`${host}${pathname}`, request);
  const headers = new Headers(own);
  // The page is of another scheme, and so of another origin. Nothing but the page can send requests in this session.
  headers.set('cross-origin-resource-policy', 'cross-origin');
  headers.set('access-control-allow-origin', APP_ORIGIN);
  return new Response(body, { status, headers });
}
