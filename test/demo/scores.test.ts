import { describe, expect, it } from 'vitest';
import {
  bassUndermost,
  clashes,
  strongBeatChordTones,
} from '../../resources/demo/compose/check/consonance.ts';
import { longestGapSeconds } from '../../resources/demo/compose/check/continuity.ts';
import { outOfRange } from '../../resources/demo/compose/check/ranges.ts';
import { midiFile } from '../../resources/demo/compose/midi/write.ts';
import { PIECES } from '../../resources/demo/compose/pieces/index.ts';
import { readMidi } from './read-midi.ts';

/** Where semitones rub on purpose: a drone under a flat second, and cold strings. */
const MEANT_TO_RUB = ['Undertow', 'Footsteps Under the Ice'];
/** 6/8 written as three quarters: the bar's middle is a strong beat. */
const COMPOUND = ["The Miller's Red Door"];

describe.each(PIECES)('the score of $title', (piece) => {
  it('gives every instrument notes that it has', () => {
    expect(outOfRange(piece)).toEqual([]);
  });

  it('puts chord tones on the strong beats of its melody', () => {
    expect(strongBeatChordTones(piece, COMPOUND.includes(piece.title))).toBeGreaterThanOrEqual(0.88);
  });

  it('has no wrong notes: voices a semitone apart for long that the chord does not explain', () => {
    const rubbing = clashes(piece, 0.5).reduce((sum, clash) => sum + clash.beats, 0);
    const beats = Math.max(...piece.harmony.map((span) => span.start + span.length));
    if (!MEANT_TO_RUB.includes(piece.title)) expect(rubbing / beats).toBeLessThan(0.03);
    else expect(rubbing).toBeGreaterThan(0);
  });

  it('keeps its bass below everything else', () => {
    expect(bassUndermost(piece)).toBeGreaterThanOrEqual(0.95);
  });

  it('has no dead air', () => {
    expect(longestGapSeconds(piece)).toBeLessThan(0.8);
  });

  it('writes the same MIDI bytes every time', () => {
    expect(Buffer.from(midiFile(piece)).equals(Buffer.from(midiFile(piece)))).toBe(true);
  });

  it('ends every note that it starts, before it starts it again', () => {
    const { tracks, ticksPerBeat } = readMidi(midiFile(piece));
    expect(ticksPerBeat).toBe(960);
    expect(tracks.length).toBe(piece.parts.length + 1);
    for (const [i, part] of piece.parts.entries()) {
      const { strikes, hanging, restruck } = tracks[i + 1];
      expect({ strikes, hanging, restruck }).toEqual({ strikes: part.notes.length, hanging: 0, restruck: 0 });
    }
  });
});

it('no two pieces share a seed, a title or their bytes', () => {
  const distinct = (values: readonly unknown[]): void => expect(new Set(values).size).toBe(PIECES.length);
  distinct(PIECES.map((p) => p.seed));
  distinct(PIECES.map((p) => p.title));
  distinct(PIECES.map((p) => Buffer.from(midiFile(p)).toString('base64')));
});
