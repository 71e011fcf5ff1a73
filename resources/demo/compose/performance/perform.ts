/** From score to performance: swing, accents, and the small unevenness of hands, all from one seed. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { bpmAt } from '../shape/tempo.ts';
import { withoutOverlap } from '../shape/arrange.ts';
import type { Feel, Note, Part, Piece } from '../score.ts';

/** A seeded source of normally distributed numbers, mean 0 and deviation 1, cut at 2.5. */
function normals(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => {
    const u = 1 - uniformFloat64(generator);
    const v = uniformFloat64(generator);
    const value = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    return Math.max(-2.5, Math.min(2.5, value));
  };
}

/** Moves a beat so that each pair of `unit` beats splits at `swing` in place of its middle. */
export function swung(beat: number, swing: number, unit: number): number {
  const pair = Math.floor(beat / unit + 1e-9);
  const inside = beat / unit - pair;
  const bent = inside < 0.5 ? inside * 2 * swing : swing + (inside - 0.5) * 2 * (1 - swing);
  return (pair + bent) * unit;
}

function accentAt(beat: number, beatsPerBar: number, accent: number): number {
  const inBar = beat % beatsPerBar;
  if (inBar < 0.01) return accent;
  if (Math.abs(inBar - beatsPerBar / 2) < 0.01) return accent / 2;
  return Math.abs(inBar - Math.round(inBar)) < 0.01 ? 0 : -accent / 3;
}

/** Velocity that a line gains for each semitone above its own middle: what rises grows. */
const CONTOUR = 0.3;

function contour(part: Part): (pitch: number) => number {
  if (part.role !== 'melody' && part.role !== 'counter') return () => 0;
  const middle = part.notes.reduce((sum, n) => sum + n.pitch, 0) / Math.max(1, part.notes.length);
  return (pitch) => Math.max(-4, Math.min(4, (pitch - middle) * CONTOUR));
}

const DEFAULT: Required<Feel> = {
  timingMs: 6,
  pushMs: 0,
  swing: 0.5,
  swingUnit: 1,
  velocitySpread: 4,
  accent: 5,
};

/** The notes of a part as played. Simultaneous notes drift apart only a little, as in one hand. */
export function performPart(part: Part, piece: Piece, seed: number): Note[] {
  const feel = { ...DEFAULT, ...part.feel };
  const random = normals(seed);
  const rise = contour(part);
  let chordStart = -1;
  let chordShift = 0;
  const played = withoutOverlap(part.notes).map((note) => {
    const beatsPerMs = bpmAt(piece.tempo, note.start) / 60_000;
    if (Math.abs(note.start - chordStart) > 0.02) {
      chordStart = note.start;
      chordShift = random() * feel.timingMs;
    }
    const shift = (chordShift + random() * feel.timingMs * 0.3 + feel.pushMs) * beatsPerMs;
    const start = Math.max(0, swung(note.start, feel.swing, feel.swingUnit) + shift);
    const end = swung(note.start + note.length, feel.swing, feel.swingUnit) + shift;
    const velocity =
      note.velocity +
      accentAt(note.start, piece.beatsPerBar, feel.accent) +
      rise(note.pitch) +
      random() * feel.velocitySpread;
    return {
      pitch: note.pitch,
      start,
      length: Math.max(0.03, end - start),
      velocity: Math.max(1, Math.min(127, Math.round(velocity))),
    };
  });
  return withoutOverlap(played);
}
