import { AudioFile } from '../container/audio-file.ts';
import type { PcmBlock } from '../pcm-block.ts';
import { decodeFile } from './decode-file.ts';

/** As `openPcm`, but for the samples: they are as the decoder delivers them, which may be NaN or beyond all bounds. */
export async function* decodePath(path: string, signal?: AbortSignal): AsyncGenerator<PcmBlock> {
  signal?.throwIfAborted();
  const file = await AudioFile.open(path);
  try {
    try {
      yield* decodeFile(file, signal);
    } catch (error) {
      signal?.throwIfAborted();
      await file.assertUnchanged(); // a file that is being written looks damaged, and is not
      throw error;
    }
    await file.assertUnchanged();
  } finally {
    await file.close();
  }
}
