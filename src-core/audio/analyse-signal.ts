import type { SignalSummary } from '../contract/analysis.ts';
import { SegueError } from '../contract/errors.ts';
import type { PcmBlock } from './pcm-block.ts';

/** How a clip's first and last frames see past the clip's edges. */
export type EdgeMode = 'neighbours' | 'zero';

/** Called once per clip; `mel` is CLIP_FRAMES x MEL_BANDS, time-major, power; its buffer is reused: copy to keep. */
export type OnClip = (mel: Float32Array, clipIndex: number) => void;

/** One pass over the samples. */
export async function analyseSignal(
  _blocks: AsyncIterable<PcmBlock>,
  _onClip: OnClip,
  _options: { edges?: EdgeMode } = {},
): Promise<SignalSummary> {
  await Promise.resolve();
  throw new SegueError('unsupported-format', 'Analysis is not built yet.');
}
