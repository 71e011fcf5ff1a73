import type { SignalSummary } from '../contract/analysis.ts';
import { SegueError } from '../contract/errors.ts';
import { ANALYSIS_RATE_HZ, CLIP_SAMPLES } from './constants.ts';
import { Arena } from './kernel/arena.ts';
import { loadSignalKernel } from './kernel/load-kernel.ts';
import { SoundMeter } from './music/sound-meter.ts';
import type { PcmBlock } from './pcm-block.ts';
import { ClipCutter, type EdgeMode, type OnClip } from './signal/clip-cutter.ts';
import { SignalAnalyser } from './signal/signal-analyser.ts';

export type { EdgeMode, OnClip } from './signal/clip-cutter.ts';

/** A shorter file has no clip of its own. */
const MIN_SECONDS = CLIP_SAMPLES / ANALYSIS_RATE_HZ;

/**
 * One pass over a track: its levels, and through `onClip` the mel spectrogram of every half second.
 *
 * `onClip` gets CLIP_FRAMES x MEL_BANDS floats, time-major, `mel[frame * MEL_BANDS + band]`: the power
 * mel spectrogram (no logarithm) as librosa defines it: n_fft 2048, hop 512, periodic Hann, centred frames, Slaney
 * mel scale and norm, 0 to 22 050 Hz, of the mean of the channels at 44 100 Hz. **The array is reused**: copy what
 * is to be kept. Clip i is the half second from i / 2 s on; a last one shorter than a quarter second is dropped.
 *
 * `edges`: with 'neighbours' (the default) frames at a clip's edge see the neighbouring clips, and zeros only beyond
 * the track's own ends; with 'zero' each clip is transformed by itself between zeros, as in arXiv 2403.17379.
 *
 * Samples that are not numbers or infinite count as silence, those beyond +-64 as 64; so all that comes out is finite.
 * Blocks may change their rate and number of channels on the way. Throws SegueError 'too-short' for less than
 * half a second, and whatever `blocks` and `onClip` throw.
 */
export async function analyseSignal(
  blocks: AsyncIterable<PcmBlock>,
  onClip: OnClip,
  options: { edges?: EdgeMode | undefined } = {},
): Promise<SignalSummary> {
  const arena = new Arena(await loadSignalKernel());
  try {
    const sound = new SoundMeter(arena);
    const cutter = new ClipCutter(arena, options.edges ?? 'neighbours', onClip, (mel, samples) => {
      sound.push(mel, samples);
    });
    const analyser = new SignalAnalyser(arena, cutter);
    for await (const block of blocks) analyser.push(block);
    if (analyser.durationSeconds < MIN_SECONDS) throw tooShort(analyser.durationSeconds);
    const measured = analyser.finish();
    const { leadingSilenceSeconds, durationSeconds, trailingSilenceSeconds } = measured;
    const soundEnds = durationSeconds - trailingSilenceSeconds;
    return { ...measured, sound: sound.finish(leadingSilenceSeconds, soundEnds) };
  } finally {
    arena.releaseAll();
  }
}

function tooShort(seconds: number): SegueError {
  const length = seconds.toFixed(2);
  return new SegueError('too-short', `The file holds ${length} s of sound; a curve needs half a second.`);
}
