import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openPcm } from '../../audio/open-pcm.ts';
import { SegueError, systemCodeOf, toSegueError } from '../../contract/errors.ts';
import type { DecodeProgress, DecodeTask } from './decode-task.ts';
import { toPcm16 } from './pcm16.ts';

/** Runs in a thread of its own: decodes a file to bare 16-bit samples, and says how far it is. */
const { path, outPath, channels: knownChannels } = workerData as DecodeTask;
const tell = (progress: DecodeProgress): void => parentPort?.postMessage(progress);

const MAX_CHANNELS = 8;

try {
  const out = await open(outPath, 'w', 0o600);
  let channels = 0;
  try {
    for await (const block of openPcm(path)) {
      if (channels === 0) {
        // Some decoders report a stereo file as mono for as long as both channels are equal.
        channels = Math.min(MAX_CHANNELS, Math.max(knownChannels ?? 2, block.channels.length));
        tell({ kind: 'format', sampleRateHz: block.sampleRateHz, channels });
      }
      const bytes = toPcm16(block, channels);
      await out.writeFile(bytes);
      tell({ kind: 'written', bytes: bytes.length });
    }
  } finally {
    await out.close();
  }
  tell({ kind: 'done' });
} catch (error) {
  tell({ kind: 'failed', error: failure(error).toReport() });
}

function failure(error: unknown): SegueError {
  if (systemCodeOf(error) !== 'ENOSPC') return toSegueError(error, 'read-failed', path);
  const message = 'There is no room left to decode it, which it needs to be played: free some space.';
  return new SegueError('disk-full', message, { path, cause: error });
}
