/** The last touch: trim, colour, fade, level. */
import { call } from './tools.ts';
import { measure } from './measure.ts';
import type { Sound } from '../score.ts';

/** Room under full scale that the encoder's overshoot may use up. */
const CEILING_DB = -2.2;
/** A closing fade so short that it is only there to end the room's tail on zero. */
const LEAST_FADE_SECONDS = 0.6;

const TRIM =
  'silenceremove=start_periods=1:start_threshold=-60dB:start_silence=0.05,areverse,' +
  'silenceremove=start_periods=1:start_threshold=-66dB,areverse';

/** Four-fold oversampled limiter: holds true peaks, not only samples. */
const limiter = `aresample=192000,alimiter=limit=${10 ** (CEILING_DB / 20)}:attack=4:release=80:level=false,aresample=48000`;

/** Masters `from` into `to` (24-bit WAV) at the loudness that the piece asks for. */
export async function master(from: string, to: string, sound: Sound): Promise<void> {
  const trimmed = `${to}.trim.wav`;
  const colour = sound.colour === undefined ? '' : `,${sound.colour}`;
  const ffmpeg = ['-v', 'error', '-y', '-i'];
  await call('ffmpeg', [
    ...ffmpeg,
    from,
    '-af',
    `highpass=f=28${colour},${TRIM}`,
    '-c:a',
    'pcm_f32le',
    trimmed,
  ]);
  const { seconds } = await measure(trimmed);
  const fade = Math.max(LEAST_FADE_SECONDS, sound.fadeOutSeconds ?? 0);
  const fades =
    `afade=t=in:d=${sound.fadeInSeconds ?? 0.01},` +
    `afade=t=out:st=${(seconds - fade).toFixed(3)}:d=${fade}:curve=${sound.fadeOutSeconds === undefined ? 'tri' : 'qsin'}`;
  let gainDb = sound.loudnessLufs - (await measure(trimmed)).loudnessLufs;
  // The limiter takes a little loudness away; a second pass gives it back.
  for (let pass = 0; pass < 2; pass++) {
    const filters = `${fades},volume=${gainDb.toFixed(2)}dB,${limiter}`;
    await call('ffmpeg', [...ffmpeg, trimmed, '-af', filters, '-c:a', 'pcm_s24le', to]);
    gainDb += sound.loudnessLufs - (await measure(to)).loudnessLufs;
  }
}
