/** Chords in rhythm: pads, strums, comping, arpeggios. */
import { strokes, strokeVelocity, gridLength } from '../notation/grid.ts';
import { chordAt } from '../theory/harmony.ts';
import type { VoicedSpan } from '../theory/voicing.ts';
import type { Note } from '../score.ts';

/** Every chord held for its whole length. */
export function sustain(voiced: readonly VoicedSpan[], velocity: number, gate = 0.98): Note[] {
  return voiced.flatMap((span) =>
    span.pitches.map((p) => ({ start: span.start, length: span.length * gate, pitch: p, velocity })),
  );
}

const at = (voiced: readonly VoicedSpan[], beat: number): VoicedSpan => chordAt(voiced, beat) as VoicedSpan;

/** How a comping hand plays. */
export interface Comping {
  readonly stepBeats: number;
  readonly velocity: number;
  /** Sounding share of each stroke. */
  readonly gate?: number;
  /** Beats between the strings of a strum, low to high; 0 strikes them together. */
  readonly strumBeats?: number;
}

/** Strikes the chord of the moment in a rhythm; grids follow one another and start over when they run out. */
export function comp(voiced: readonly VoicedSpan[], grids: readonly string[], style: Comping): Note[] {
  const first = voiced.at(0);
  const last = voiced.at(-1);
  if (!first || !last) return [];
  const end = last.start + last.length;
  const notes: Note[] = [];
  let beat = first.start;
  for (let turn = 0; beat < end - 1e-6; turn++) {
    const grid = grids[turn % grids.length];
    for (const stroke of strokes(grid)) {
      const start = beat + stroke.step * style.stepBeats;
      if (start >= end - 1e-6) break;
      const length = stroke.steps * style.stepBeats * (style.gate ?? 0.9);
      at(voiced, start).pitches.forEach((p, i) => {
        const late = i * (style.strumBeats ?? 0);
        notes.push({
          start: start + late,
          length: Math.max(0.05, length - late),
          pitch: p,
          velocity: strokeVelocity(stroke.mark, style.velocity),
        });
      });
    }
    beat += gridLength(grid) * style.stepBeats;
  }
  return notes;
}

/** How an arpeggio runs: indices into the voicing (beyond its top they climb octaves), -1 rests. */
export interface Arpeggio {
  readonly pattern: readonly number[];
  readonly stepBeats: number;
  readonly velocity: number;
  /** Sounding length in steps. */
  readonly hold?: number;
  /** Let every note ring until the chord changes. */
  readonly ring?: boolean;
}

/** Breaks each chord; the pattern begins anew with every chord. */
export function arpeggiate(voiced: readonly VoicedSpan[], style: Arpeggio): Note[] {
  return voiced.flatMap((span) => {
    const notes: Note[] = [];
    const steps = Math.round(span.length / style.stepBeats);
    for (let i = 0; i < steps; i++) {
      const index = style.pattern[i % style.pattern.length];
      if (index < 0) continue;
      const size = span.pitches.length;
      const start = span.start + i * style.stepBeats;
      const rest = span.start + span.length - start;
      const length = style.ring ? rest : Math.min(rest, style.stepBeats * (style.hold ?? 0.95));
      const p = span.pitches[index % size] + 12 * Math.floor(index / size);
      notes.push({ start, length, pitch: p, velocity: style.velocity - (i % 2) * 5 });
    }
    return notes;
  });
}
