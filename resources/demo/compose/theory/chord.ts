/** Chord symbols as lead sheets write them. */
import { pitchClass } from './pitch.ts';

/** A chord: pitch classes 0 to 11, the bass apart; `essential` are the tones that give it its colour. */
export interface Chord {
  readonly symbol: string;
  readonly root: number;
  readonly bass: number;
  readonly tones: readonly number[];
  readonly essential: readonly number[];
}

/** Semitones above the root; a second list names what may not be left out (third, seventh, tensions). */
const QUALITIES: Readonly<Record<string, readonly [readonly number[], readonly number[]] | undefined>> = {
  '': [
    [0, 4, 7],
    [0, 4],
  ],
  m: [
    [0, 3, 7],
    [0, 3],
  ],
  '5': [
    [0, 7],
    [0, 7],
  ],
  '6': [
    [0, 4, 7, 9],
    [4, 9],
  ],
  m6: [
    [0, 3, 7, 9],
    [3, 9],
  ],
  '69': [
    [0, 4, 7, 9, 2],
    [4, 9, 2],
  ],
  '7': [
    [0, 4, 7, 10],
    [4, 10],
  ],
  maj7: [
    [0, 4, 7, 11],
    [4, 11],
  ],
  m7: [
    [0, 3, 7, 10],
    [3, 10],
  ],
  mM7: [
    [0, 3, 7, 11],
    [3, 11],
  ],
  m7b5: [
    [0, 3, 6, 10],
    [3, 6, 10],
  ],
  dim: [
    [0, 3, 6],
    [0, 3, 6],
  ],
  dim7: [
    [0, 3, 6, 9],
    [3, 6, 9],
  ],
  aug: [
    [0, 4, 8],
    [0, 4, 8],
  ],
  sus4: [
    [0, 5, 7],
    [0, 5],
  ],
  sus2: [
    [0, 2, 7],
    [0, 2],
  ],
  '7sus4': [
    [0, 5, 7, 10],
    [5, 10],
  ],
  '9sus4': [
    [0, 5, 7, 10, 2],
    [5, 10, 2],
  ],
  add9: [
    [0, 4, 7, 2],
    [4, 2],
  ],
  madd9: [
    [0, 3, 7, 2],
    [3, 2],
  ],
  '9': [
    [0, 4, 7, 10, 2],
    [4, 10, 2],
  ],
  maj9: [
    [0, 4, 7, 11, 2],
    [4, 11, 2],
  ],
  m9: [
    [0, 3, 7, 10, 2],
    [3, 10, 2],
  ],
  m11: [
    [0, 3, 7, 10, 5],
    [3, 10, 5],
  ],
  '13': [
    [0, 4, 7, 10, 9],
    [4, 10, 9],
  ],
  '7b9': [
    [0, 4, 7, 10, 1],
    [4, 10, 1],
  ],
  '7#9': [
    [0, 4, 7, 10, 3],
    [4, 10, 3],
  ],
  '7#5': [
    [0, 4, 8, 10],
    [4, 8, 10],
  ],
  'maj7#11': [
    [0, 4, 7, 11, 6],
    [4, 11, 6],
  ],
  'add#11': [
    [0, 4, 7, 6],
    [4, 6],
  ],
};

/** Parses "F#m7b5" or "Db/F". Throws when the root or the quality is unknown. */
export function chord(symbol: string): Chord {
  const match = /^([A-G](?:#|b)?)([^/]*)(?:\/([A-G](?:#|b)?))?$/.exec(symbol);
  const quality = match && QUALITIES[match[2]];
  if (!match || !quality) throw new RangeError(`"${symbol}" is no chord symbol known here.`);
  const root = pitchClass(match[1]);
  const above = (interval: number): number => (root + interval) % 12;
  return {
    symbol,
    root,
    bass: match[3] ? pitchClass(match[3]) : root,
    tones: quality[0].map(above),
    essential: quality[1].map(above),
  };
}
