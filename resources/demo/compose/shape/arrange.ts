/** Moving notes about: the scissors and glue of an arrangement. All functions return new notes. */
import type { Note } from '../score.ts';

/** Shifted by `beats`. */
export const later = (notes: readonly Note[], beats: number): Note[] =>
  notes.map((n) => ({ ...n, start: n.start + beats }));

/** Transposed by `semitones`. */
export const transposed = (notes: readonly Note[], semitones: number): Note[] =>
  notes.map((n) => ({ ...n, pitch: n.pitch + semitones }));

/** Every velocity changed by `amount`, kept within 1 to 127. */
export const louder = (notes: readonly Note[], amount: number): Note[] =>
  notes.map((n) => ({ ...n, velocity: Math.max(1, Math.min(127, n.velocity + amount)) }));

/** `times` copies, `beats` apart. */
export const repeated = (notes: readonly Note[], times: number, beats: number): Note[] =>
  Array.from({ length: times }, (_, i) => later(notes, i * beats)).flat();

/** The notes that start in [from, to) beats. */
export const between = (notes: readonly Note[], from: number, to: number): Note[] =>
  notes.filter((n) => n.start >= from - 1e-6 && n.start < to - 1e-6);

/** Velocity moved from `first` to `last` in a straight line over the beats from `start` to `end`. */
export function swell(
  notes: readonly Note[],
  start: number,
  end: number,
  first: number,
  last: number,
): Note[] {
  return notes.map((n) => {
    const share = Math.max(0, Math.min(1, (n.start - start) / (end - start)));
    const change = first + (last - first) * share;
    return { ...n, velocity: Math.max(1, Math.min(127, Math.round(n.velocity + change))) };
  });
}

/** Sections placed by the bar they start in, counted from zero; sorted by onset. */
export const atBars = (beatsPerBar: number, sections: Readonly<Record<number, readonly Note[]>>): Note[] =>
  Object.entries(sections)
    .flatMap(([bar, notes]) => later(notes, Number(bar) * beatsPerBar))
    .sort((a, b) => a.start - b.start);

/** Two notes of one pitch never overlap: the earlier stops where the later begins. */
export function withoutOverlap(notes: readonly Note[]): Note[] {
  const sorted = [...notes].sort((a, b) => a.start - b.start);
  return sorted.map((n, i) => {
    const next = sorted.slice(i + 1).find((m) => m.pitch === n.pitch && m.start > n.start + 1e-6);
    return next && next.start < n.start + n.length ? { ...n, length: next.start - n.start - 0.01 } : n;
  });
}
