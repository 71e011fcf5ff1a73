/** The last touch: trim, colour, fade, level. */
import { call } from './tools.ts';
import { measure } from './measure.ts';
import type { Sound } from '../score.ts';

/** Integrated loudness at which a piece's own filters work. */
const COLOUR_LUFS = -18;
/** A closing fade so short that it is only there to end the room's tail on zero. */
const LEAST_FADE_SECONDS = 0.6;

const TRIM =
  'silenceremove=start_periods=1:start_threshold=-60dB:start_silence=0.05,areverse,' +
  'silenceremove=start_periods=1:start_threshold=-68dB,areverse';

/** Four-fold oversampled limiter: holds true peaks, not only samples. */
const limiter = (ceilingDb: number): string =>
  `aresample=192000,alimiter=limit=${10 ** (ceilingDb / 20)}:attack=4:release=80:level=false,aresample=48000`;

/** Masters `from` into `to` (24-bit WAV) at the loudness that the piece asks for, with true peaks under `ceilingDb` (dBFS). */
export async function master(from: string, to: string, sound: Sound, ceilingDb: number): Promise<void> {
  const filtered = async (
    source: string,
    target: string,
    filters: string,
    codec: string,
  ): Promise<string> => {
    await call('ffmpeg', ['-v', 'error', '-y', '-i', source, '-af', filters, '-c:a', codec, target]);
    return target;
  };
  const trimmed = await filtered(from, `${to}.trim.wav`, `highpass=f=28,${TRIM}`, 'pcm_f32le');
  // Colour meets every piece at the same level, so that a compressor's threshold means the same in all.
  const levelled = `volume=${(COLOUR_LUFS - (await measure(trimmed)).loudnessLufs).toFixed(2)}dB`;
  const colour = sound.colour === undefined ? levelled : `${levelled},${sound.colour}`;
  const coloured = await filtered(trimmed, `${to}.colour.wav`, colour, 'pcm_f32le');

  const { seconds, loudnessLufs } = await measure(coloured);
  const fade = Math.max(LEAST_FADE_SECONDS, sound.fadeOutSeconds ?? 0);
  const curve = sound.fadeOutSeconds === undefined ? 'tri' : 'qsin';
  const fadeIn = `afade=t=in:d=${sound.fadeInSeconds ?? 0.01}`;
  const fadeOut = `afade=t=out:st=${(seconds - fade).toFixed(3)}:d=${fade}:curve=${curve}`;
  let gainDb = sound.loudnessLufs - loudnessLufs;
  // The limiter takes a little loudness away; a second pass gives it back.
  for (let pass = 0; pass < 2; pass++) {
    await filtered(
      coloured,
      to,
      `${fadeIn},${fadeOut},volume=${gainDb.toFixed(2)}dB,${limiter(ceilingDb)}`,
      'pcm_s24le',
    );
    gainDb += sound.loudnessLufs - (await measure(to)).loudnessLufs;
  }
}
