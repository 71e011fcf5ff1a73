import { circleDistance, FURTHEST_KEYS } from '../audio/music/key-distance.ts';
import type { SeamTerm } from '../contract/queue.ts';
import { timbreDistance } from './timbre-distance.ts';
import type { TrackFacts } from './track-facts.ts';

/**
 * What each costs at most, in units of the circumplex: a tie-breaker beside a seam's own 0.3, which a listener would
 * rather have right. 'genre' is no cost of its own; it tells how alike the curves err.
 */
export const TERM_WEIGHTS: Readonly<Record<Exclude<SeamTerm, 'genre'>, number>> = {
  loudness: 0.012,
  tempo: 0.012,
  key: 0.008,
  timbre: 0.016,
  era: 0.008,
};

/** Differences at which the full weight counts. */
const LARGEST_STEP_DB = 12;
const LARGEST_ERA_YEARS = 30;

/** Mean distance between the timbres of two tracks drawn by chance, and what counts in full, in sixteenths of an octave of power. */
const USUAL_TIMBRE_STEP = 24;

/** Confidence, of 255, at which a tempo or a key is as good as certain. */
const SURE = 128;

/** A cost for each term that is known of both rows; others are passed over. */
export function seamTerms(
  facts: TrackFacts,
  after: number,
  row: number,
  leftOut: readonly SeamTerm[],
  count: (term: Exclude<SeamTerm, 'genre'>, cost: number) => void,
): void {
  const weighIn = (term: Exclude<SeamTerm, 'genre'>, share: number | null): void => {
    if (share !== null && share > 0 && !leftOut.includes(term)) count(term, TERM_WEIGHTS[term] * share);
  };
  weighIn('loudness', loudnessStep(facts, after, row));
  weighIn('tempo', tempoStep(facts, after, row));
  weighIn('key', keyStep(facts, after, row));
  weighIn('timbre', timbreStep(facts, after, row));
  weighIn('era', eraStep(facts, after, row));
}

// Each in [0, 1]; null where it is not known.

function loudnessStep({ loudnessLufs }: TrackFacts, one: number, other: number): number | null {
  const step = Math.abs(loudnessLufs[one] - loudnessLufs[other]);
  return Number.isNaN(step) ? null : Math.min(1, step / LARGEST_STEP_DB);
}

/** How far the tempos are from the same, half or double: half an octave is as far as can be. */
function tempoStep({ sounds }: TrackFacts, one: number, other: number): number | null {
  const octaves = Math.log2(sounds.tempos[one] / sounds.tempos[other]);
  if (Number.isNaN(octaves)) return null;
  const { tempoConfidences } = sounds;
  return (
    2 * Math.abs(octaves - Math.round(octaves)) * sureness(tempoConfidences[one], tempoConfidences[other])
  );
}

/** Steps on the wheel of keys. */
function keyStep(
  { sounds: { keys, keyConfidences } }: TrackFacts,
  one: number,
  other: number,
): number | null {
  if (keys[one] < 0 || keys[other] < 0) return null;
  const steps = circleDistance(keyOf(keys[one]), keyOf(keys[other]));
  return (steps / FURTHEST_KEYS) * sureness(keyConfidences[one], keyConfidences[other]);
}

function keyOf(number: number): { tonic: number; isMinor: boolean } {
  return { tonic: number % 12, isMinor: number >= 12 };
}

function timbreStep({ sounds }: TrackFacts, one: number, other: number): number | null {
  const distance = timbreDistance(sounds, one, other);
  return distance === null ? null : Math.min(1, distance / (2 * USUAL_TIMBRE_STEP));
}

function eraStep({ years }: TrackFacts, one: number, other: number): number | null {
  if (years[one] === 0 || years[other] === 0) return null;
  return Math.min(1, Math.abs(years[one] - years[other]) / LARGEST_ERA_YEARS);
}

/** How far both can be relied on, of 255 each: as far as the less sure one. */
function sureness(one: number, other: number): number {
  return Math.min(1, Math.min(one, other) / SURE);
}
