/** Bass lines from a progression: `R` root, `3` third, `5` fifth, `7` seventh, `8` octave, `a` a semitone under the next root. */
import { gridLength, strokes } from '../notation/grid.ts';
import { chordAt, type ChordSpan } from '../theory/harmony.ts';
import type { Note } from '../score.ts';

/** How a bass player plays a grid; the lowest note of the line is at or above `low` (MIDI). */
export interface BassStyle {
  readonly stepBeats: number;
  readonly velocity: number;
  readonly low: number;
  readonly gate?: number;
}

const raise = (pitchClass: number, low: number): number => low + ((((pitchClass - low) % 12) + 12) % 12);

function bassPitch(mark: string, span: ChordSpan, next: ChordSpan, low: number): number {
  const root = raise(span.chord.bass, low);
  const tone = (index: number): number => {
    const pc = span.chord.tones.at(index) ?? span.chord.root;
    return raise(pc, root);
  };
  switch (mark) {
    case '3':
      return tone(1);
    case '5':
      return tone(2);
    case '7':
      return tone(3);
    case '8':
      return root + 12;
    case 'a':
      return raise(next.chord.bass, low) - 1;
    default:
      return root;
  }
}

/** Plays the grids in turn over the progression, starting over when they run out. */
export function bassLine(harmony: readonly ChordSpan[], grids: readonly string[], style: BassStyle): Note[] {
  const first = harmony.at(0);
  const last = harmony.at(-1);
  if (!first || !last) return [];
  const end = last.start + last.length;
  const notes: Note[] = [];
  let beat = first.start;
  for (let turn = 0; beat < end - 1e-6; turn++) {
    const grid = grids[turn % grids.length];
    for (const stroke of strokes(grid)) {
      const start = beat + stroke.step * style.stepBeats;
      if (start >= end - 1e-6) break;
      const span = chordAt(harmony, start);
      const next = chordAt(harmony, span.start + span.length);
      notes.push({
        start,
        length: stroke.steps * style.stepBeats * (style.gate ?? 0.92),
        pitch: bassPitch(stroke.mark, span, next, style.low),
        velocity: style.velocity + (stroke.step === 0 ? 6 : 0),
      });
    }
    beat += gridLength(grid) * style.stepBeats;
  }
  return notes;
}
