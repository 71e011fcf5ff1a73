/** Note names to MIDI numbers: C4 is 60. */

const LETTERS: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Semitones above C of a letter with its accidentals, 0 to 11 ("Bb" is 10). Throws on anything else. */
export function pitchClass(name: string): number {
  const match = /^([A-G])(#{0,2}|b{0,2})$/.exec(name);
  if (!match) throw new RangeError(`"${name}" is no note name.`);
  const accidental = match[2].split('').reduce((sum, sign) => sum + (sign === '#' ? 1 : -1), 0);
  return (LETTERS[match[1]] + accidental + 12) % 12;
}

/** MIDI number of a note with its octave ("F#3" is 54). Throws on anything else. */
export function pitch(name: string): number {
  const match = /^([A-G])(#{0,2}|b{0,2})(-?\d)$/.exec(name);
  if (!match) throw new RangeError(`"${name}" is no pitch.`);
  const accidental = match[2].split('').reduce((sum, sign) => sum + (sign === '#' ? 1 : -1), 0);
  return LETTERS[match[1]] + accidental + 12 * (Number(match[3]) + 1);
}

/** Several pitches at once: "C3 G3 E4". */
export const pitches = (names: string): number[] => names.trim().split(/\s+/).map(pitch);
