import type { ByteRange } from './byte-range.ts';
import type { DecodedFile } from './decoded-file.ts';
import { fileStream } from './file-stream.ts';
import type { Sendable } from './media-response.ts';
import { bytesPerFrame, WAV_HEADER_BYTES, wavHeader } from './wav-header.ts';

/**
 * Decoded sound as a WAVE file that can be sent from any place on at once, though it may not be decoded so far yet: its
 * length follows from the track's duration, and silence fills what the decoder then lacks. Where the duration is not known
 * all has to be decoded first. A stream fails where decoding did.
 */
export async function decodedMedia(
  file: DecodedFile,
  tag: string,
  durationSeconds: number | null,
): Promise<Sendable> {
  const format = await file.format();
  const dataBytes =
    durationSeconds === null
      ? await file.whole()
      : Math.round(durationSeconds * format.sampleRateHz) * bytesPerFrame(format);
  const header = wavHeader(format, dataBytes / bytesPerFrame(format));
  return {
    sizeBytes: WAV_HEADER_BYTES + dataBytes,
    mimeType: 'audio/wav',
    tag: `${tag}-${dataBytes}`,
    cacheControl: 'no-cache',
    open: async (range) => {
      const head = header.subarray(range.start, range.end + 1);
      const data = shift(range);
      if (data === null) return streamOf(head);
      // What failed before it came so far is refused at once: a player asks again and again for an answer that breaks off.
      await file.available(Math.min(data.start + 1, dataBytes));
      const rest = await fileStream(file.outPath, data, (upTo) => file.available(upTo));
      return head.length === 0 ? rest : concatenated(head, rest);
    },
  };
}

/** The range without the header, in bytes of the samples; null where it lies within the header. */
function shift({ start, end }: ByteRange): ByteRange | null {
  if (end < WAV_HEADER_BYTES) return null;
  return { start: Math.max(0, start - WAV_HEADER_BYTES), end: end - WAV_HEADER_BYTES };
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function concatenated(head: Uint8Array, rest: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = rest.getReader();
  let isHeadSent = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (!isHeadSent) {
          isHeadSent = true;
          controller.enqueue(head);
          return;
        }
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
