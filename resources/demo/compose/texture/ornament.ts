/** What a player adds to the written line. */
import { byScaleSteps, scale } from '../theory/scale.ts';
import { curve } from '../shape/controls.ts';
import type { Control, Note } from '../score.ts';

const MODULATION = 1;
/** Beats that a cut takes from its note. */
const CUT_BEATS = 0.09;

/** Vibrato that comes late into every note of at least `leastBeats`, as on a bowed or blown instrument. */
export function vibrato(notes: readonly Note[], depth = 48, leastBeats = 0.9): Control[] {
  return notes
    .filter((n) => n.length >= leastBeats)
    .flatMap((n) => {
      const swelling = curve(MODULATION, [
        [n.start + n.length * 0.3, 0],
        [n.start + n.length * 0.7, depth],
      ]);
      return [...swelling, { start: n.start + n.length, controller: MODULATION, value: 0 }];
    });
}

/** Cuts: a flick of the scale step above before every third note that falls on a pulse of `pulseBeats`, as fiddlers do. */
export function withCuts(notes: readonly Note[], scaleName: string, pulseBeats: number): Note[] {
  const classes = scale(scaleName);
  let pulses = 0;
  return notes.flatMap((n) => {
    if (n.start % pulseBeats > 0.01 || pulses++ % 3 !== 2) return [n];
    const cut = {
      start: n.start,
      length: CUT_BEATS * 0.9,
      pitch: byScaleSteps(n.pitch, 1, classes),
      velocity: n.velocity - 14,
    };
    return [cut, { ...n, start: n.start + CUT_BEATS, length: n.length - CUT_BEATS }];
  });
}

/** A quieter copy `beats` later: the poor machine's reverb. */
export const echo = (notes: readonly Note[], beats: number, quieter: number): Note[] =>
  notes.map((n) => ({ ...n, start: n.start + beats, velocity: Math.max(1, n.velocity - quieter) }));
