import type { Tempo } from '../../contract/sound.ts';
import { ONSET_RATE_HZ } from './onset-meter.ts';

const SLOWEST_BPM = 50;
const FASTEST_BPM = 210;

/** Where people tap most readily, and how far from it they do so half as readily, in octaves (after Parncutt 1994). */
const PREFERRED_BPM = 118;
const PREFERENCE_OCTAVES = 0.9;

/** Beats over which onsets are compared: the more, the finer the tempo, the less it may waver. */
const BEATS = 4;

/** Shorter music has no tempo. */
const MIN_SECONDS = 6;

/** Strengths are compared in pairs: a fourth of the work, and 23 ms are fine enough over four beats. */
const RATE_HZ = ONSET_RATE_HZ / 2;

/** Step between tempos that are tried, as a ratio. */
const TEMPO_STEP = 1.002;

/**
 * The tempo of a track from {@link accentsOf} it: the one whose beats resemble one another most over {@link BEATS} beats (autocorrelation), slow
 * and fast ones a little less readily. It may be half or twice what another listener taps. Null for less than six seconds, or no onsets.
 */
export function findTempo(accents: Float32Array): Tempo | null {
  if (accents.length < MIN_SECONDS * ONSET_RATE_HZ) return null;
  const lags = Math.ceil((BEATS * 60 * RATE_HZ) / SLOWEST_BPM) + 1;
  const likeness = autocorrelation(inPairs(accents), lags);
  if (likeness === null) return null;
  let best = 0;
  let most = 0;
  for (let bpm = SLOWEST_BPM; bpm <= FASTEST_BPM; bpm *= TEMPO_STEP) {
    const octaves = Math.log2(bpm / PREFERRED_BPM) / PREFERENCE_OCTAVES;
    const value = likenessOfBeats(likeness, bpm) * 2 ** -(octaves * octaves);
    if (value > most) [best, most] = [bpm, value];
  }
  return best === 0
    ? null
    : { beatsPerMinute: best, confidence: Math.min(1, likenessOfBeats(likeness, best)) };
}

function inPairs(values: Float32Array): Float32Array {
  return Float32Array.from({ length: values.length >> 1 }, (_, i) => values[2 * i] + values[2 * i + 1]);
}

/** Autocorrelation about the mean, 1 at no lag; null where nothing ever changes. */
function autocorrelation(values: Float32Array, lags: number): Float32Array | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const out = new Float32Array(Math.min(lags, values.length - 1));
  let power = 0;
  for (const value of centred) power += value * value;
  if (power / values.length < 1e-8) return null;
  for (let lag = 0; lag < out.length; lag++) {
    let sum = 0;
    for (let i = lag; i < centred.length; i++) sum += centred[i] * centred[i - lag];
    // A lag that leaves fewer products is not less alike for that.
    out[lag] = (sum / power) * (values.length / (values.length - lag));
  }
  return out;
}

function likenessOfBeats(likeness: Float32Array, bpm: number): number {
  const lag = (60 * RATE_HZ) / bpm;
  let sum = 0;
  for (let beat = 1; beat <= BEATS; beat++) {
    const at = beat * lag;
    const below = Math.floor(at);
    if (below + 1 >= likeness.length) return 0;
    sum += likeness[below] + (at - below) * (likeness[below + 1] - likeness[below]);
  }
  return sum / BEATS;
}
