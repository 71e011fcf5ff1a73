import { decodePath } from './decode/decode-path.ts';
import type { PcmBlock } from './pcm-block.ts';
import { makeSane } from './sane-samples.ts';

export type { PcmBlock } from './pcm-block.ts';

/**
 * Decodes a file from its beginning to its end, a few seconds at a time, at its own rate and with its own channels. **The memory
 * of a block is used again** for the next: copy what is to be kept.
 *
 * The format is told by the file's bytes, never by its name: mp3 (MPEG layers I to III), FLAC, Ogg (Vorbis, Opus, FLAC),
 * MP4 and QuickTime (AAC, ALAC and others), raw AAC, WAVE, AIFF and AIFF-C, Windows Media Audio; tags around them
 * are skipped. Every sample is finite and within +-64. The rate is a whole number of Hz from 1 000 to 768 000; it and
 * the number of channels may change from block to block, above all from one to two: some decoders report a
 * stereo file as mono for as long as both channels are equal. Memory does not grow with the length of the
 * file, but for the index of an MP4 file (about 6 MB an hour of sound) and for fragmented MP4 with damage.
 *
 * Damage is passed over where the decoder can: the sound goes on behind it. Where it cannot, what came before is kept
 * if it is at least five seconds or half the file; a file cut short thus ends where it was cut.
 *
 * Ends early, closing the file, when the consumer leaves the loop; throws `signal`'s reason when that is aborted.
 * Throws SegueError with the path: 'not-found', 'permission-denied', 'not-a-file', 'read-failed', 'empty-file',
 * 'not-audio', 'unsupported-format', 'corrupt-audio', and 'changed-while-reading' or 'not-found' where the file was
 * written to or removed meanwhile.
 */
export async function* openPcm(
  path: string,
  options: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<PcmBlock> {
  for await (const block of decodePath(path, options.signal)) {
    for (const channel of block.channels) makeSane(channel);
    yield block;
  }
}
