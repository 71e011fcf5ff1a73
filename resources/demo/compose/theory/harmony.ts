/** A progression laid out in time. */
import { chord, type Chord } from './chord.ts';

/** A chord that holds from `start` for `length` beats. */
export interface ChordSpan {
  readonly start: number;
  readonly length: number;
  readonly chord: Chord;
}

/**
 * Reads "Dm | Gm7 C7 | F . . A7": bars between strokes, the chords of a bar share it equally, and a
 * dot prolongs the chord before it. `%` repeats the bar before.
 */
export function progression(text: string, beatsPerBar: number, startBeat = 0): ChordSpan[] {
  const spans: ChordSpan[] = [];
  let previousBar = '';
  text.split('|').forEach((written, bar) => {
    const content = written.trim() === '%' ? previousBar : written.trim();
    previousBar = content;
    const cells = content.split(/\s+/);
    const length = beatsPerBar / cells.length;
    cells.forEach((cell, i) => {
      const start = startBeat + bar * beatsPerBar + i * length;
      const last = spans[spans.length - 1] as ChordSpan | undefined;
      if (cell === '.' && last) spans[spans.length - 1] = { ...last, length: last.length + length };
      else spans.push({ start, length, chord: chord(cell) });
    });
  });
  return spans;
}

/** The span that sounds at a beat; before the first or after the last, the nearest. */
export function chordAt(harmony: readonly ChordSpan[], beat: number): ChordSpan {
  const span = harmony.findLast((s) => s.start <= beat + 1e-6) ?? harmony.at(0);
  if (!span) throw new RangeError('The harmony is empty.');
  return span;
}

/** Progressions one after the other: each starts where the one before ends. */
export function joinHarmony(...sections: readonly (readonly ChordSpan[])[]): ChordSpan[] {
  const joined: ChordSpan[] = [];
  let offset = 0;
  for (const section of sections) {
    const first = section.at(0)?.start ?? 0;
    joined.push(...section.map((s) => ({ ...s, start: s.start - first + offset })));
    offset = Math.max(offset, ...joined.map((s) => s.start + s.length));
  }
  return joined;
}
