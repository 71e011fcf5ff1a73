import type { ErrorCode, ErrorReport } from '../../contract/errors.ts';
import { byteRange, type ByteRange } from './byte-range.ts';

/** Bytes that can be sent from any place on. */
export interface Sendable {
  readonly sizeBytes: number;
  readonly mimeType: string;
  /** Names the content: another for another content. Without quotes. */
  readonly tag: string;
  readonly cacheControl: string;
  /** Both ends included. Cancelling the stream lets go of everything it holds. */
  readonly open: (range: ByteRange) => Promise<ReadableStream<Uint8Array>>;
}

const COMMON = {
  'accept-ranges': 'bytes',
  // The type is ours, not the file's to choose.
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Answers GET and HEAD with all of it (200), a part (206), nothing new (304) or a refusal (405, 416). */
export async function mediaResponse(request: Request, media: Sendable): Promise<Response> {
  const { sizeBytes, mimeType, cacheControl } = media;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'invalid-request', 'Only GET and HEAD are answered.', { allow: 'GET, HEAD' });
  }
  const etag = `"${media.tag}"`;
  const headers = { ...COMMON, etag, 'cache-control': cacheControl };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const condition = request.headers.get('if-range');
  const isSame = condition === null || condition === etag;
  const range = isSame ? byteRange(request.headers.get('range'), sizeBytes) : null;
  if (range === 'unsatisfiable') {
    return refusal(416, 'invalid-request', 'There is nothing at that place.', {
      'content-range': `bytes */${sizeBytes}`,
    });
  }
  const part = range ?? { start: 0, end: sizeBytes - 1 };
  const described = {
    ...headers,
    'content-type': mimeType,
    'content-length': String(part.end - part.start + 1),
    ...(range === null ? {} : { 'content-range': `bytes ${part.start}-${part.end}/${sizeBytes}` }),
  };
  const status = range === null ? 200 : 206;
  const body = request.method === 'HEAD' || sizeBytes === 0 ? null : await media.open(part);
  return new Response(body, { status, headers: described });
}

/** A refusal says why in the same form as the API's errors. */
export function refusal(
  status: number,
  code: ErrorCode,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const report: ErrorReport = { code, message };
  return Response.json(report, { status, headers: { 'x-content-type-options': 'nosniff', ...headers } });
}
