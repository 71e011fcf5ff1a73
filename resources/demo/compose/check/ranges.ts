/** Whether each instrument can play what it is given. */
import { GM } from '../gm.ts';
import type { Note, Piece } from '../score.ts';

/** Sounding ranges (MIDI numbers) of real instruments, as orchestration handbooks give them. */
const RANGES: Readonly<Record<number, readonly [number, number]>> = {
  [GM.piano]: [21, 108],
  [GM.electricPiano]: [28, 103],
  [GM.clavinet]: [36, 88],
  [GM.celesta]: [60, 108],
  [GM.glockenspiel]: [72, 108],
  [GM.musicBox]: [60, 108],
  [GM.vibraphone]: [53, 89],
  [GM.tubularBells]: [60, 79],
  [GM.accordion]: [41, 89],
  [GM.banjo]: [48, 86],
  [GM.nylonGuitar]: [40, 83],
  [GM.steelGuitar]: [40, 88],
  [GM.cleanGuitar]: [40, 88],
  [GM.overdrive]: [40, 90],
  [GM.distortion]: [40, 90],
  [GM.doubleBass]: [28, 67],
  [GM.fingerBass]: [28, 67],
  [GM.pickBass]: [28, 67],
  [GM.fretlessBass]: [28, 67],
  [GM.violin]: [55, 103],
  [GM.fiddle]: [55, 100],
  [GM.cello]: [36, 81],
  [GM.contrabass]: [28, 67],
  [GM.strings]: [28, 103],
  [GM.slowStrings]: [28, 103],
  [GM.tremoloStrings]: [28, 103],
  [GM.pizzicato]: [28, 96],
  [GM.harp]: [24, 103],
  [GM.timpani]: [36, 57],
  [GM.choir]: [40, 84],
  [GM.voices]: [40, 84],
  [GM.trumpet]: [52, 86],
  [GM.trombone]: [34, 77],
  [GM.tuba]: [26, 65],
  [GM.horn]: [34, 77],
  [GM.brass]: [34, 86],
  [GM.altoSax]: [49, 84],
  [GM.tenorSax]: [44, 80],
  [GM.oboe]: [58, 91],
  [GM.englishHorn]: [52, 81],
  [GM.bassoon]: [34, 75],
  [GM.clarinet]: [50, 94],
  [GM.piccolo]: [74, 108],
  [GM.flute]: [60, 96],
  [GM.recorder]: [60, 98],
};

/** A note that its instrument does not have. */
export interface OutOfRange {
  readonly part: string;
  readonly note: Note;
}

/** All notes outside their instrument's range; synthesizers have none, drums are not pitched. */
export function outOfRange(piece: Piece): OutOfRange[] {
  return piece.parts
    .filter((part) => part.role !== 'drums' && part.role !== 'effect')
    .flatMap((part) => {
      const [low, high] = (RANGES[part.program] as readonly [number, number] | undefined) ?? [21, 108];
      return part.notes
        .filter((n) => n.pitch < low || n.pitch > high)
        .map((note) => ({ part: part.name, note }));
    });
}
