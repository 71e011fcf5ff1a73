import { HOP_SECONDS, type Curve, type SignalSummary } from './analysis.ts';

/** Half-second pairs kept of how a track begins: ten seconds, no seam lasts longer. */
export const OPENING_PAIRS = 20;
/** Half-second pairs kept of how a track ends. */
export const CLOSING_PAIRS = 20;

/** Distance on the circumplex beyond which two tracks meet roughly: all that the models can tell apart. */
export const ROUGH_BEYOND = 0.25;

/** Where a track's sound, or its music, lies on its curve: `[first, end)`, never empty unless the curve is. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/**
 * The clips between a track's leading and trailing silence. A clip counts as audible when at least half of it is;
 * a track that is silent throughout counts as audible throughout, for want of anything better to show.
 */
export function audibleSpan(
  pairs: number,
  silence: Pick<SignalSummary, 'leadingSilenceSeconds' | 'trailingSilenceSeconds' | 'durationSeconds'>,
): Span {
  const first = Math.round(silence.leadingSilenceSeconds / HOP_SECONDS);
  const soundEnds = (silence.durationSeconds - silence.trailingSilenceSeconds) / HOP_SECONDS;
  const end = Math.min(pairs, Math.round(soundEnds));
  return first < end ? { first, end } : { first: 0, end: pairs };
}

/** Values of a curve that a clip has a say in, to either side of its own: smoothed, and heard in the light of what is around. */
const HEARD_AROUND_PAIRS = 5;

/**
 * The clips in which a track is itself: between its fades, if it has any, and so far from them and from silence that these have no
 * say. A track that is hardly more than its fades is taken from its first sound to its last.
 */
export function musicSpan(
  pairs: number,
  edges: Pick<
    SignalSummary,
    | 'leadingSilenceSeconds'
    | 'trailingSilenceSeconds'
    | 'fadeInSeconds'
    | 'fadeOutSeconds'
    | 'durationSeconds'
  >,
): Span {
  const quietUntil = Math.round((edges.leadingSilenceSeconds + edges.fadeInSeconds) / HOP_SECONDS);
  const quietFrom = Math.round(
    (edges.durationSeconds - edges.trailingSilenceSeconds - edges.fadeOutSeconds) / HOP_SECONDS,
  );
  const first = quietUntil > 0 ? quietUntil + HEARD_AROUND_PAIRS : 0;
  const end = quietFrom < pairs ? quietFrom - HEARD_AROUND_PAIRS : pairs;
  return end - first >= CLOSING_PAIRS ? { first, end } : audibleSpan(pairs, edges);
}

/** A curve that stays outside of a span, not empty, as it is at the span's ends. */
export function holdOutside(curve: Curve, { first, end }: Span): Curve {
  const hold = (values: Float32Array): Float32Array =>
    values.map((_, i) => values[Math.min(Math.max(i, first), end - 1)]);
  return { arousal: hold(curve.arousal), valence: hold(curve.valence) };
}

/** The first {@link OPENING_PAIRS} pairs of a span, or as many as there are. */
export function openingOf(curve: Curve, span: Span): Curve {
  return slice(curve, span.first, Math.min(span.first + OPENING_PAIRS, span.end));
}

/** The last {@link CLOSING_PAIRS} pairs of a span, or as many as there are. */
export function closingOf(curve: Curve, span: Span): Curve {
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

/** What {@link interleave} joined. */
export function separate(pairs: ArrayLike<number>): Curve {
  const axis = (first: 0 | 1): Float32Array =>
    Float32Array.from({ length: pairs.length >> 1 }, (_, i) => pairs[2 * i + first]);
  return { arousal: axis(0), valence: axis(1) };
}
