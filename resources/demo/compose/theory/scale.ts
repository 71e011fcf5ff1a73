/** Moving a line by steps of a scale: thirds under a melody, sequences. */
import { pitchClass } from './pitch.ts';
import type { Note } from '../score.ts';

const MODES: Readonly<Record<string, readonly number[] | undefined>> = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  'harmonic minor': [0, 2, 3, 5, 7, 8, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  'minor pentatonic': [0, 3, 5, 7, 10],
};

/** Pitch classes of a scale such as "E dorian". Throws when the mode is unknown. */
export function scale(name: string): number[] {
  const [tonic = '', ...mode] = name.split(' ');
  const steps = MODES[mode.join(' ')];
  if (!steps) throw new RangeError(`"${name}" is no scale known here.`);
  return steps.map((s) => (s + pitchClass(tonic)) % 12);
}

/** Moves a pitch by `steps` of the scale; a pitch outside it first slides down to its neighbour inside. */
export function byScaleSteps(pitch: number, steps: number, classes: readonly number[]): number {
  let p = pitch;
  while (!classes.includes(p % 12)) p--;
  const direction = Math.sign(steps);
  for (let left = Math.abs(steps); left > 0; left--) {
    do p += direction;
    while (!classes.includes(((p % 12) + 12) % 12));
  }
  return p;
}

/** A parallel line `steps` of the scale away (-2 is a third below), softer by `quieter`. */
export function parallel(notes: readonly Note[], steps: number, scaleName: string, quieter = 12): Note[] {
  const classes = scale(scaleName);
  return notes.map((n) => ({
    ...n,
    pitch: byScaleSteps(n.pitch, steps, classes),
    velocity: Math.max(1, n.velocity - quieter),
  }));
}
