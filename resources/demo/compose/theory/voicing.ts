/** Chords become hands: each chord is voiced near the one before it, as a pianist or a choir would. */
import type { Chord } from './chord.ts';
import type { ChordSpan } from './harmony.ts';

/** Where the voices may lie (MIDI numbers, inclusive) and how many there are. */
export interface VoicingSpace {
  readonly low: number;
  readonly high: number;
  readonly voices: number;
}

/** A chord span with the pitches that sound, lowest first. */
export interface VoicedSpan extends ChordSpan {
  readonly pitches: readonly number[];
}

/** The least distance between neighbours: close intervals turn to mud in the low register. */
const leastGap = (lower: number): number => (lower < 48 ? 7 : lower < 55 ? 3 : 1);

function candidates(chord: Chord, space: VoicingSpace): number[][] {
  const found: number[][] = [];
  const extend = (chosen: number[], from: number): void => {
    if (chosen.length >= space.voices) {
      found.push(chosen);
      return;
    }
    const highest = chosen.length === 0 ? space.high : Math.min(space.high, chosen[chosen.length - 1] + 12);
    for (let p = from; p <= highest; p++) {
      if (chord.tones.includes(p % 12)) extend([...chosen, p], p + leastGap(p));
    }
  };
  extend([], space.low);
  return found;
}

const isPerfect = (interval: number): boolean => interval % 12 === 0 || interval % 12 === 7;

function parallels(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = i + 1; j < a.length; j++) {
      const before = a[j] - a[i];
      const same = b[j] - b[i] === before && a[i] !== b[i];
      if (same && isPerfect(before)) count++;
    }
  }
  return count;
}

function cost(
  chord: Chord,
  voicing: readonly number[],
  previous: readonly number[] | undefined,
  centre: number,
): number {
  const classes = new Set(voicing.map((p) => p % 12));
  const missing = chord.essential.filter((tone) => !classes.has(tone)).length;
  const doubled = voicing.length - classes.size;
  const seconds = voicing.filter((p, i) => i > 0 && p - voicing[i - 1] === 1).length;
  const mean = voicing.reduce((sum, p) => sum + p, 0) / voicing.length;
  const fixed = missing * 12 + doubled * 3 + seconds * 5 + Math.abs(mean - centre) * 0.4;
  if (!previous) return fixed + Math.abs(mean - centre) * 2;
  const motion = voicing.reduce((sum, p, i) => sum + Math.abs(p - previous[i]), 0);
  const topLeap = Math.max(0, Math.abs(voicing.at(-1)! - previous.at(-1)!) - 4);
  return fixed + motion + topLeap * 2 + parallels(previous, voicing) * 4;
}

/** Voices a progression with the least motion, no missing thirds and sevenths, and few parallel fifths. */
export function voiceLead(harmony: readonly ChordSpan[], space: VoicingSpace): VoicedSpan[] {
  const centre = (space.low + space.high) / 2;
  let previous: number[] | undefined;
  return harmony.map((span) => {
    let best: number[] | undefined;
    let bestCost = Infinity;
    for (const voicing of candidates(span.chord, space)) {
      const c = cost(span.chord, voicing, previous, centre);
      if (c < bestCost) [best, bestCost] = [voicing, c];
    }
    if (!best)
      throw new RangeError(
        `${span.chord.symbol} does not fit ${space.voices} voices from ${space.low} to ${space.high}.`,
      );
    previous = best;
    return { ...span, pitches: best };
  });
}
