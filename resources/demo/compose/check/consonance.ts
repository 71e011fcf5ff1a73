/** Whether melody and harmony agree. */
import { chordAt } from '../theory/harmony.ts';
import type { Note, Piece, Role } from '../score.ts';

const sounding = (piece: Piece, ...roles: readonly Role[]): Note[] =>
  piece.parts.filter((p) => roles.includes(p.role)).flatMap((p) => p.notes);

/** Shorter notes are ornaments, in beats. */
const ORNAMENT = 0.15;

/** Beats within the bar that carry weight: the first, and the middle where the bar divides in two. */
function isStrong(beat: number, beatsPerBar: number, compound: boolean): boolean {
  const inBar = beat % beatsPerBar;
  const middle = beatsPerBar === 4 || compound ? beatsPerBar / 2 : 0;
  return Math.min(Math.abs(inBar), Math.abs(inBar - middle)) < 0.1;
}

/** Share (0 to 1) of melody notes on strong beats that belong to the chord of the moment. */
export function strongBeatChordTones(piece: Piece, compound = false): number {
  const strong = sounding(piece, 'melody').filter(
    (n) => n.length > ORNAMENT && isStrong(n.start, piece.beatsPerBar, compound),
  );
  const fitting = strong.filter((n) => chordAt(piece.harmony, n.start).chord.tones.includes(n.pitch % 12));
  return fitting.length / strong.length;
}

/** Two notes a semitone or a minor ninth apart, and for how many beats they sound together. */
export interface Clash {
  readonly upper: Note;
  readonly lower: Note;
  readonly beats: number;
}

/** Clashes that last at least `leastBeats` and that the chord does not itself contain. */
export function clashes(piece: Piece, leastBeats: number): Clash[] {
  const notes = sounding(piece, 'melody', 'counter', 'harmony', 'bass').sort((a, b) => a.start - b.start);
  const found: Clash[] = [];
  notes.forEach((a, i) => {
    for (let j = i + 1; j < notes.length && notes[j].start < a.start + a.length; j++) {
      const b = notes[j];
      const [lower, upper] = a.pitch < b.pitch ? [a, b] : [b, a];
      const interval = upper.pitch - lower.pitch;
      if (interval !== 1 && interval !== 13) continue;
      const beats = Math.min(a.start + a.length, b.start + b.length) - b.start;
      const { tones } = chordAt(piece.harmony, b.start).chord;
      const written = tones.includes(lower.pitch % 12) && tones.includes(upper.pitch % 12);
      if (beats >= leastBeats - 0.06 && !written) found.push({ upper, lower, beats });
    }
  });
  return found;
}

/** Share (0 to 1) of bass notes that begin with nothing but bass sounding below them. */
export function bassUndermost(piece: Piece): number {
  const bass = sounding(piece, 'bass');
  const others = sounding(piece, 'melody', 'counter', 'harmony');
  const clear = bass.filter(
    (b) =>
      !others.some(
        (n) => n.start <= b.start + 0.01 && n.start + n.length > b.start + 0.05 && n.pitch < b.pitch,
      ),
  );
  return bass.length === 0 ? 1 : clear.length / bass.length;
}
