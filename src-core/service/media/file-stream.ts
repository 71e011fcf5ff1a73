import { open, type FileHandle } from 'node:fs/promises';
import type { ByteRange } from './byte-range.ts';

/** Large enough for few calls, small enough that a seek which is given up has read little. */
const CHUNK_BYTES = 128 * 1024;

/** Waits until the file holds a byte; resolves to how many bytes it holds by then, or fewer than asked where no more will come. */
export type Available = (upTo: number) => Promise<number>;

/**
 * A part of a file, read as it is consumed and no faster. The file is closed at the end and when the stream is
 * cancelled.
 * @param available for a file that still grows; what never comes is sent as zeros, since the length was promised
 */
export async function fileStream(
  path: string,
  { start, end }: ByteRange,
  available?: Available,
): Promise<ReadableStream<Uint8Array>> {
  const file = await open(path, 'r');
  let position = start;
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await file.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const wanted = Math.min(CHUNK_BYTES, end + 1 - position);
          const there = (await available?.(position + wanted)) ?? Infinity;
          const bytes = await readChunk(file, position, wanted, there);
          if (isClosed) return;
          if (bytes.length > 0) controller.enqueue(bytes);
          position += bytes.length;
          if (bytes.length === 0)
            controller.error(new Error('The file became shorter while it was being sent.'));
          else if (position > end) controller.close();
          if (bytes.length === 0 || position > end) await close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

async function readChunk(
  file: FileHandle,
  position: number,
  wanted: number,
  there: number,
): Promise<Uint8Array> {
  const bytes = Buffer.alloc(wanted);
  if (position >= there) return bytes;
  const { bytesRead } = await file.read(bytes, 0, Math.min(wanted, there - position), position);
  return bytes.subarray(0, bytesRead);
}
