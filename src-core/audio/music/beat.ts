import type { Beat } from '../../contract/sound.ts';
import { ONSET_RATE_HZ } from './onset-meter.ts';

/** How far the tempo of a stretch may lie from the whole track's, and the step in which it is looked for. */
const TEMPO_TOLERANCE = 0.03;
const TEMPO_STEP = 0.002;

/** Beats that a stretch must hold. */
const FEWEST_BEATS = 8;

/** Accents on the beats over those in general: below it, no beat is there to meet. */
const CLEAR = 2;

/**
 * Where the beats of a stretch of music lie: those of a tempo near the track's on which the accents fall best.
 *
 * @param accents of the whole track, {@link ONSET_RATE_HZ} a second
 * @returns the beat nearest to the middle of the stretch; null where there is none to be relied on
 */
export function findBeat(
  accents: Float32Array,
  fromSeconds: number,
  toSeconds: number,
  beatsPerMinute: number,
): Beat | null {
  const from = Math.max(0, Math.round(fromSeconds * ONSET_RATE_HZ));
  const stretch = accents.subarray(from, Math.max(from, Math.round(toSeconds * ONSET_RATE_HZ)));
  const usual = stretch.reduce((sum, value) => sum + value, 0) / stretch.length;
  let best: { mean: number; period: number; phase: number } | null = null;
  for (let off = -TEMPO_TOLERANCE; off <= TEMPO_TOLERANCE; off += TEMPO_STEP) {
    const period = (60 * ONSET_RATE_HZ) / (beatsPerMinute * (1 + off));
    if (stretch.length < FEWEST_BEATS * period) return null;
    for (let phase = 0; phase < period; phase++) {
      const mean = meanOnBeats(stretch, phase, period);
      if (best === null || mean > best.mean) best = { mean, period, phase };
    }
  }
  if (best === null || best.mean < CLEAR * usual) return null;
  const { period, phase } = best;
  const middle = phase + Math.round((stretch.length / 2 - phase) / period) * period;
  return { atSeconds: (from + middle) / ONSET_RATE_HZ, beatsPerMinute: (60 * ONSET_RATE_HZ) / period };
}

/** An accent a frame early or late is still on the beat. */
function meanOnBeats(stretch: Float32Array, phase: number, period: number): number {
  let sum = 0;
  let beats = 0;
  for (let at = phase; at < stretch.length - 1; at += period, beats++) {
    const frame = Math.round(at);
    sum += stretch[frame] + 0.5 * ((stretch[frame - 1] ?? 0) + (stretch[frame + 1] ?? 0));
  }
  return beats === 0 ? 0 : sum / (2 * beats);
}
