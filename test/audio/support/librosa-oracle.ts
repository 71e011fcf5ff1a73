// librosa's definitions written out anew in double precision: a direct transform instead of a fast one, every weight
// from its formula. Shares no code with src-core, so that the two can be held against each other.
const RATE_HZ = 44_100;
const N_FFT = 2048;
const HOP = 512;
const BANDS = 128;
const FRAMES = 44;
const CLIP = 22_050;

/** librosa.hz_to_mel(htk=False). */
function hzToMel(hz: number): number {
  return hz >= 1000 ? 15 + Math.log(hz / 1000) / (Math.log(6.4) / 27) : (3 * hz) / 200;
}

/** librosa.mel_to_hz(htk=False). */
function melToHz(mel: number): number {
  return mel >= 15 ? 1000 * Math.exp((mel - 15) * (Math.log(6.4) / 27)) : (200 * mel) / 3;
}

/** librosa.filters.mel(sr=44100, n_fft=2048, n_mels=128, fmin=0, fmax=22050, htk=False, norm='slaney'). */
export function melWeights(): Float64Array[] {
  const top = hzToMel(RATE_HZ / 2);
  const corners = Array.from({ length: BANDS + 2 }, (_, i) => melToHz((top / (BANDS + 1)) * i));
  return Array.from({ length: BANDS }, (_, band) => {
    const [a, b, c] = [corners[band], corners[band + 1], corners[band + 2]];
    return Float64Array.from({ length: N_FFT / 2 + 1 }, (_, bin) => {
      const hz = (bin * RATE_HZ) / N_FFT;
      return Math.max(0, Math.min((hz - a) / (b - a), (c - hz) / (c - b))) * (2 / (c - a));
    });
  });
}

const COSINES = Float64Array.from({ length: N_FFT }, (_, i) => Math.cos((2 * Math.PI * i) / N_FFT));
const SINES = Float64Array.from({ length: N_FFT }, (_, i) => Math.sin((2 * Math.PI * i) / N_FFT));
const WEIGHTS = melWeights();

/** Power of every bin of the frame whose first sample is `start`; samples outside `signal` are zero. */
function framePower(signal: Float32Array, start: number): Float64Array {
  const windowed = Float64Array.from({ length: N_FFT }, (_, n) => {
    const at = start + n;
    const inside = at >= 0 && at < signal.length;
    return inside ? signal[at] * (0.5 - 0.5 * COSINES[n]) : 0;
  });
  return Float64Array.from({ length: N_FFT / 2 + 1 }, (_, bin) => {
    let real = 0;
    let imaginary = 0;
    for (let n = 0, angle = 0; n < N_FFT; n++, angle = (angle + bin) % N_FFT) {
      real += windowed[n] * COSINES[angle];
      imaginary -= windowed[n] * SINES[angle];
    }
    return real * real + imaginary * imaginary;
  });
}

/** One clip, 44 x 128, time-major. 'neighbours' sees the signal around the clip, 'zero' only the clip. */
export function oracleClip(signal: Float32Array, clip: number, edges: 'neighbours' | 'zero'): Float64Array {
  const source = edges === 'zero' ? signal.subarray(clip * CLIP, (clip + 1) * CLIP) : signal;
  const origin = edges === 'zero' ? 0 : clip * CLIP;
  const mel = new Float64Array(FRAMES * BANDS);
  for (let frame = 0; frame < FRAMES; frame++) {
    const power = framePower(source, origin + frame * HOP - N_FFT / 2);
    WEIGHTS.forEach((weights, band) => {
      let sum = 0;
      weights.forEach((weight, bin) => (sum += weight * power[bin]));
      mel[frame * BANDS + band] = sum;
    });
  }
  return mel;
}
