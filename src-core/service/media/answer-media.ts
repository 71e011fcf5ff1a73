import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { browserType } from '../../audio/browser-type.ts';
import { type ErrorCode, systemCodeOf, toSegueError } from '../../contract/errors.ts';
import { decodedMedia } from './decoded-media.ts';
import { DecodedFiles } from './decoded-files.ts';
import { fileStream } from './file-stream.ts';
import { mediaResponse, refusal, type Sendable } from './media-response.ts';
import type { MediaSource } from './media-source.ts';

/** Answers requests for tracks and covers by id, the same for every host. */
export interface MediaAnswerer {
  /**
   * @param address what stands behind the host's base: `track/12` or `art/3`, and nothing else is answered
   * @returns 200, 206, 304, 404, 405, 416, or 500 with a sentence for what cannot be read or decoded
   */
  readonly answer: (address: string, request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Kinds of pictures that cannot carry a script, whatever a file claims its cover to be. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

/** How many files' kinds are remembered. */
const KINDS_KEPT = 1000;

/** @param decodedFolder for what has to be decoded, see {@link DecodedFiles} */
export function createMediaAnswerer(source: MediaSource, decodedFolder: string): MediaAnswerer {
  const decoded = new DecodedFiles(decodedFolder);
  const kinds = new Map<string, string | null>();

  const trackMedia = async (id: number): Promise<Sendable | undefined> => {
    const track = await source.track(id);
    if (track === undefined) return undefined;
    const { size, mtimeMs } = await stat(track.path);
    const tag = createHash('sha256').update(`${track.path}\0${size}\0${mtimeMs}`).digest('hex').slice(0, 24);
    let type = kinds.get(tag);
    if (type === undefined) {
      type = await browserType(track.path);
      if (kinds.size >= KINDS_KEPT) kinds.clear();
      kinds.set(tag, type);
    }
    if (type === null) {
      const file = await decoded.get(tag, track.path, track.channels);
      const orForgotten = <T>(work: Promise<T>): Promise<T> =>
        work.catch(async (error: unknown) => {
          await decoded.forget(tag, file);
          throw error;
        });
      const media = await orForgotten(decodedMedia(file, tag, track.durationSeconds));
      return { ...media, open: (range) => orForgotten(media.open(range)) };
    }
    const open: Sendable['open'] = (range) => fileStream(track.path, range);
    return { sizeBytes: size, mimeType: type, tag, cacheControl: 'no-cache', open };
  };

  const artMedia = async (id: number): Promise<Sendable | undefined> => {
    const picture = await source.art(id);
    if (picture === undefined || !PICTURES.has(picture.mimeType)) return undefined;
    const { bytes, mimeType, sha256 } = picture;
    return {
      sizeBytes: bytes.length,
      mimeType,
      tag: sha256.slice(0, 24),
      cacheControl: 'private, max-age=86400',
      open: ({ start, end }) => Promise.resolve(new Blob([bytes.slice(start, end + 1)]).stream()),
    };
  };

  return {
    answer: async (address, request) => {
      const asked = /^(track|art)\/([1-9]\d{0,14})$/.exec(address);
      if (asked === null) return refusal(404, 'unknown-id', 'There is nothing at that address.');
      const id = Number(asked[2]);
      try {
        const media = await (asked[1] === 'track' ? trackMedia(id) : artMedia(id));
        if (media === undefined) return refusal(404, 'unknown-id', 'That is not in the library.');
        return await mediaResponse(request, media);
      } catch (error) {
        const { code, message } = toSegueError(error, 'read-failed');
        return refusal(statusOf(code, error), code, message);
      }
    },
    close: () => decoded.close(),
  };
}

function statusOf(code: ErrorCode, error: unknown): number {
  const isGone = systemCodeOf(error) === 'ENOENT';
  return isGone || code === 'not-found' ? 404 : 500;
}
