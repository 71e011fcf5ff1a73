import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variableLength } from '../../resources/demo/compose/midi/bytes.ts';
import { line } from '../../resources/demo/compose/notation/line.ts';
import { swung } from '../../resources/demo/compose/performance/perform.ts';
import { secondsAt, tempoChange } from '../../resources/demo/compose/shape/tempo.ts';
import { bassLine } from '../../resources/demo/compose/texture/bass.ts';
import { drumForm } from '../../resources/demo/compose/texture/drums.ts';
import { chord } from '../../resources/demo/compose/theory/chord.ts';
import { chordAt, joinHarmony, progression } from '../../resources/demo/compose/theory/harmony.ts';
import { pitch } from '../../resources/demo/compose/theory/pitch.ts';
import { parallel } from '../../resources/demo/compose/theory/scale.ts';
import { voiceLead } from '../../resources/demo/compose/theory/voicing.ts';

describe('a melody as text', () => {
  it('reads pitches, durations, triplets and rests', () => {
    const notes = line('C4:4_ r:8 F#5:8_ | Bb3:8t_ C4_ D4_ r:4', 2);
    expect(notes.map((n) => [n.pitch, Math.round(n.start * 12)])).toEqual([
      [60, 0],
      [78, 18],
      [58, 24],
      [60, 28],
      [62, 32],
    ]);
    expect(notes[2].length).toBeCloseTo(1 / 3);
  });

  it('joins tied notes into one', () => {
    expect(line('C4:2~ C4:4_', 4)).toEqual([{ start: 0, length: 3, pitch: 60, velocity: 76 }]);
  });

  it('grows through a hairpin and accents on top', () => {
    const velocities = line('p < C4:4 D4 E4 F4! | ff G4:1', 4).map((n) => n.velocity);
    expect(velocities).toEqual([52, 66, 79, 109, 106]);
  });

  it('refuses a bar line in the wrong place and a word that it does not know', () => {
    expect(() => line('C4:4 D4 E4 | F4', 4)).toThrow(/Bar line/);
    expect(() => line('H4:4', 4)).toThrow(/H4/);
  });
});

describe('harmony', () => {
  it('reads chord symbols with slash basses', () => {
    expect(chord('F#m7b5/A')).toMatchObject({ root: 6, bass: 9, tones: [6, 9, 0, 4] });
    expect(() => chord('Cfoo')).toThrow(/no chord symbol/);
  });

  it('shares a bar between its chords; a dot prolongs', () => {
    const spans = progression('C . G7 F | Am', 4);
    expect(spans.map((s) => [s.chord.symbol, s.start, s.length])).toEqual([
      ['C', 0, 2],
      ['G7', 2, 1],
      ['F', 3, 1],
      ['Am', 4, 4],
    ]);
    expect(chordAt(joinHarmony(spans, spans), 11).chord.symbol).toBe('F');
  });

  it('voices any progression within its space, on chord tones, without losing a third or a seventh', () => {
    const symbols = fc.constantFrom('C', 'Am7', 'F#dim7', 'Bb9', 'Ebmaj7', 'G7b9', 'Dm', 'Abm6', 'E7sus4');
    fc.assert(
      fc.property(fc.array(symbols, { minLength: 1, maxLength: 6 }), (names) => {
        for (const span of voiceLead(progression(names.join(' | '), 4), { low: 52, high: 74, voices: 4 })) {
          const classes = span.pitches.map((p) => p % 12);
          expect(classes.every((c) => span.chord.tones.includes(c))).toBe(true);
          expect(span.chord.essential.every((c) => classes.includes(c))).toBe(true);
          expect(Math.min(...span.pitches)).toBeGreaterThanOrEqual(52);
          expect(Math.max(...span.pitches)).toBeLessThanOrEqual(74);
        }
      }),
    );
  });

  it('draws thirds below a line inside its scale', () => {
    expect(parallel(line('E4:4 G4 C5', 4), -2, 'C major').map((n) => n.pitch)).toEqual([60, 64, 69]);
  });

  it('walks a bass from the chord: root, fifth, and a semitone under what comes next', () => {
    const notes = bassLine(progression('C | F', 4), ['R5.a'], { stepBeats: 1, velocity: 70, low: 36 });
    expect(notes.slice(0, 3).map((n) => n.pitch)).toEqual([pitch('C2'), pitch('G2'), pitch('E2')]);
  });
});

describe('time', () => {
  it('keeps beats in place and late off-beats inside their pair when it swings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0.5, max: 0.75, noNaN: true }),
        (step, swing) => {
          const beat = step / 4;
          const moved = swung(beat, swing, 1);
          expect(Math.floor(moved + 1e-9)).toBe(Math.floor(beat));
          if (Number.isInteger(beat)) expect(moved).toBeCloseTo(beat);
        },
      ),
    );
    expect(swung(2.5, 2 / 3, 1)).toBeCloseTo(2 + 2 / 3);
  });

  it('adds up seconds over changes of tempo', () => {
    const tempo = [{ start: 0, bpm: 60 }, ...tempoChange(4, 8, 60, 120)];
    expect(secondsAt(tempo, 4)).toBeCloseTo(4);
    expect(secondsAt(tempo, 8)).toBeGreaterThan(6);
    expect(secondsAt(tempo, 12) - secondsAt(tempo, 8)).toBeCloseTo(2);
  });

  it('plays drum bars by letter and refuses a letter without a bar', () => {
    const bars = { a: { kick: 'X...' }, b: { snare: '..x.' } };
    expect(drumForm('a b', bars, 4, 80).map((n) => [n.pitch, n.start])).toEqual([
      [36, 0],
      [38, 6],
    ]);
    expect(() => drumForm('c', bars, 4, 80)).toThrow(/"c"/);
  });
});

it('writes variable-length quantities as the standard lists them', () => {
  const table: readonly (readonly [number, readonly number[]])[] = [
    [0x00, [0x00]],
    [0x40, [0x40]],
    [0x7f, [0x7f]],
    [0x80, [0x81, 0x00]],
    [0x2000, [0xc0, 0x00]],
    [0x3fff, [0xff, 0x7f]],
    [0x100000, [0xc0, 0x80, 0x00]],
    [0x0fffffff, [0xff, 0xff, 0xff, 0x7f]],
  ];
  for (const [value, bytes] of table) expect(variableLength(value)).toEqual(bytes);
});
