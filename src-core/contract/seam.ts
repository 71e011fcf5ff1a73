import { HOP_SECONDS, type Curve } from './analysis.ts';

/** Half-second pairs kept of how a track begins: ten seconds, no seam lasts longer. */
export const OPENING_PAIRS = 20;
/** Half-second pairs kept of how a track ends. */
export const CLOSING_PAIRS = 20;

/** Distance on the circumplex beyond which two tracks meet roughly: all that the models can tell apart. */
export const ROUGH_BEYOND = 0.25;

/** Where the sound of a track lies on its curve: `[first, end)`, never empty unless the curve is. */
export interface AudibleSpan {
  readonly first: number;
  readonly end: number;
}

/**
 * The clips between a track's leading and trailing silence. A clip counts as audible when at least half of it is;
 * a track that is silent throughout counts as audible throughout, for want of anything better to show.
 */
export function audibleSpan(
  pairs: number,
  silence: {
    readonly leadingSilenceSeconds: number;
    readonly trailingSilenceSeconds: number;
    readonly durationSeconds: number;
  },
): AudibleSpan {
  const first = Math.round(silence.leadingSilenceSeconds / HOP_SECONDS);
  const soundEnds = (silence.durationSeconds - silence.trailingSilenceSeconds) / HOP_SECONDS;
  const end = Math.min(pairs, Math.round(soundEnds));
  return first < end ? { first, end } : { first: 0, end: pairs };
}

/** The first {@link OPENING_PAIRS} audible pairs, or as many as there are. */
export function openingOf(curve: Curve, span: AudibleSpan): Curve {
  return slice(curve, span.first, Math.min(span.first + OPENING_PAIRS, span.end));
}

/** The last {@link CLOSING_PAIRS} audible pairs, or as many as there are. */
export function closingOf(curve: Curve, span: AudibleSpan): Curve {
  return slice(curve, Math.max(span.end - CLOSING_PAIRS, span.first), span.end);
}

function slice(curve: Curve, from: number, to: number): Curve {
  return { arousal: curve.arousal.slice(from, to), valence: curve.valence.slice(from, to) };
}

/** Arousal and valence taking turns: `[a0, v0, a1, v1, …]`. */
export function interleave(curve: Curve): Float32Array {
  const pairs = new Float32Array(curve.arousal.length * 2);
  for (let i = 0; i < curve.arousal.length; i++) {
    pairs[2 * i] = curve.arousal[i];
    pairs[2 * i + 1] = curve.valence[i];
  }
  return pairs;
}
