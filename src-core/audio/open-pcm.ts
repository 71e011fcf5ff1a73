import { SegueError } from '../contract/errors.ts';
import type { PcmBlock } from './pcm-block.ts';

export type { PcmBlock } from './pcm-block.ts';

/** Decodes a file as a stream. */
// eslint-disable-next-line @typescript-eslint/require-await, require-yield
export async function* openPcm(
  path: string,
  _options: { signal?: AbortSignal } = {},
): AsyncGenerator<PcmBlock> {
  throw new SegueError('unsupported-format', 'Decoding is not built yet.', { path });
}
