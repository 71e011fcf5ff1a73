/** An adagio for strings in G minor: a chain of suspensions climbs to a Neapolitan cry and sinks home. */
import { GM } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { louder, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { rubato, tempoChange } from '../shape/tempo.ts';
import { vibrato } from '../texture/ornament.ts';
import { progression } from '../theory/harmony.ts';
import type { Note, Part, Piece, Role } from '../score.ts';

const BAR = 4;

const harmony = progression(
  `Gm Gm/F | Ebmaj7 | Cm7 F7 | Bbmaj7 Ebmaj7 | Am7b5 D7 | Gm Gm/F | Ebmaj7 Cm7 | F7 Bbmaj7 |
   Ebmaj7 Cm7 | Ab/C Ab | Gm/D D7 | Ebmaj7 Cm6 | D7sus4 D7 | Gm`,
  BAR,
);

const firstViolins = line(
  `p r:2 D5 | D5:2. C5:8 Bb4 | mp Eb5:2 D5:4 C5 | D5:2. Bb4:4 | C5:2. Bb4:8 A4 |
   Bb4:2 < D5:4 G5 | mf G5:2. F5:8 Eb5 | < Eb5:2 D5:4 F5 | ff Bb5:2. A5:8 G5 | f Ab5:2 > Eb5:4 C5 |
   mf Bb4:2 A4:4. F#4:8 | > G4:1 | p G4:2 F#4 | pp G4:1_~ | G4:1`,
  BAR,
);
const secondViolins = line(
  `p Bb4:1_ | Bb4:2_ G4_ | G4_ A4_ | A4_ G4_ | G4_ F#4_ | G4:1_ | Bb4_ | A4_ |
   f D5:2_ Eb5_ | Eb5_ C5:4_ Ab4_ | mp G4:2_ F#4_ | Eb4:1_ | p D4:2_ C4_ | D4:1_~ | D4:1`,
  BAR,
);
const violas = line(
  `p G4:1_ | G4:2_ Eb4_ | Eb4:1_ | D4:2_ Bb3_ | Eb4_ D4_ | D4:1_ | D4:2_ Eb4_ | C4_ D4_ |
   f G4:1_ | Ab4:2_ Eb4_ | mp D4_ C4_ | Bb3_ A3_ | p A3:1_ | Bb3:1_~ | Bb3:1`,
  BAR,
);
const cellos = line(
  `p G3:2_ F3_ | Eb3:1_ | C3:2_ F3_ | Bb2_ Eb3_ | A2_ D3_ | G3_ F3_ | Eb3_ C3_ | F3_ Bb2_ |
   f Eb3_ C3_ | C3_ Ab2_ | mp D3_ D2_ | Eb3_ C3_ | p D3_ D2_ | G2:1_~ | G2:1`,
  BAR,
);
/** Basses double the cellos an octave lower, as far down as their lowest string goes. */
const basses = louder(transposed(cellos, -12), -4).map((n) =>
  n.pitch < 28 ? { ...n, pitch: n.pitch + 12 } : n,
);

/** One bow for the whole orchestra: every phrase breathes, the climax is in the ninth bar. */
const bowing = expression(
  '0:70 5:88 8:78 13:98 18:84 24:98 31:112 35:127 38:118 42:98 48:86 52:88 55:68 60:10',
);

const desk = (
  name: string,
  role: Role,
  program: number,
  notes: readonly Note[],
  volume: number,
  pan: number,
): Part =>
  player(name, role, program, notes, mix(volume, pan, 88, 12), {
    feel: { timingMs: 16, velocitySpread: 3, accent: 0 },
    controls: [...bowing, ...vibrato(notes, 30)],
  });

export const adagio: Piece = {
  title: 'Adagio, the Lake Frozen',
  album: 'winter',
  track: 1,
  seed: 21,
  key: 'G minor',
  beatsPerBar: BAR,
  tempo: [...rubato(0, 48, 58, 16, 0.06), ...tempoChange(48, 56, 55, 40), { start: 56, bpm: 46 }],
  mood: { opening: { arousal: -0.5, valence: -0.6 }, closing: { arousal: -0.6, valence: -0.7 } },
  harmony,
  parts: [
    desk('first violins', 'melody', GM.strings, firstViolins, 102, -0.5),
    desk('leader', 'counter', GM.violin, louder(firstViolins, -12), 66, -0.35),
    desk('second violins', 'harmony', GM.strings, secondViolins, 90, -0.2),
    desk('violas', 'harmony', GM.strings, violas, 92, 0.25),
    desk('cellos', 'harmony', GM.strings, cellos, 106, 0.45),
    desk('solo cello', 'counter', GM.cello, louder(cellos, -8), 70, 0.4),
    desk('basses', 'bass', GM.contrabass, basses, 78, 0.55),
  ],
  sound: {
    room: 0.85,
    wet: 0.7,
    damp: 0.3,
    loudnessLufs: -19.5,
    tailSeconds: 5,
    colour: 'treble=g=-3:f=6000',
  },
};
