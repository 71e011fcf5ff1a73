/** A trio plays a B flat blues after midnight: head, one chorus of solo, head, and a tag. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder } from '../shape/arrange.ts';
import { comp } from '../texture/comp.ts';
import { drumForm } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Feel, Piece } from '../score.ts';

const BAR = 4;
const blues = progression(
  'Bb7 | Eb7 | Bb7 | Fm7 Bb7 | Eb7 | Edim7 | Bb7 | Dm7b5 G7b9 | Cm7 | F7 | Bb7 G7 | Cm7 F7',
  BAR,
);
const harmony = joinHarmony(blues, blues, blues, progression('Bb7 G7 | Cm7 F7 | Bb69 | Bb69', BAR));

const head = line(
  `mf r:4 D5:8 F5! E5 F5 D5:4' | Db5:8 Bb4 r:4 r:8 G4 Bb4 Db5 | C5 D5 F5:4' r:8 D5 Bb4:4' | C5:8 Ab4 C5 Eb5 D5:4' r |
   r:4 Db5:8 Eb5! D5 Eb5 Db5:4' | Bb4:8 G4 r:4 r:8 E4 G4 Bb4 | D5 F5 Ab5:4'! r:8 F5 D5:4' | C5:8 Ab4 F4 Ab4 B4 D5 F5 Ab5 |
   f G5:4.! Eb5:8 C5 Bb4 G4 Bb4 | A4 C5 Eb5 Gb5 F5:4' r:8 C5 | mf D5 Bb4 F4:4' B4:8 D5 F5:4' | Eb5:8 C5 G4 Bb4 A4:4' r`,
  BAR,
);
const solo = line(
  `mf F5:8 D5 Bb4 C5 D5 F5 Ab5! F5 | G5 F5 Eb5 Db5 Bb4:4 r:8 G4 | Bb4 Db5 D5 F5 Bb5:4.! Ab5:8 | G5 Ab5 C6! Ab5 F5 Eb5 D5 Ab4 |
   G4 Bb4 Db5 F5 Eb5:4' r | E5:8 G5 Bb5! G5 E5 Db5 Bb4:4' | D5:8t F5 D5 C5:8 Bb4 F4:4' r | r:8 D5 F5 Ab5 B5! Ab5 F5 D5 |
   f Eb5 G5 Bb5 D6! C6:4 r:8 G5 | A5 Gb5 Eb5 C5 A4 C5 Eb5:4' | D5:8 F5 Bb5! F5 D5 B4 G4:4' | Eb4:8 G4 Bb4 D5 C5 A4 F4:4'`,
  BAR,
);
const tag = line(
  `f D5:8 Bb4 F4:4' B4:8 D5 F5:4' | > Eb5:8 C5 G4 Bb4 A4 C5 Eb5:4' | mp D5:8 F5 G5:4' r:8 C6 G5 D5 | p F4+C5+F5:1`,
  BAR,
);

const walkA = line(
  `mf Bb1:4 D2 F2 Ab2 | Eb2 F2 G2 A2 | Bb2 Ab2 F2 D2 | F2 Ab2 Bb2 D2 | Eb2 G2 Bb2 Db3 | E2 G2 Db3 Bb2 | F2 Ab2 Bb2 F2 | D2 F2 G2 B1 |
   C2 Eb2 G2 Gb2 | F2 Eb2 C2 A1 | Bb1 D2 G1 B1 | C2 Eb2 F2 A1`,
  BAR,
);
const walkB = line(
  `mf Bb1:4 C2 D2 F2 | Eb2 G2 Bb2 A2 | Bb2 F2 D2 Bb1 | F2 Eb2 D2 Bb1 | Eb2 Bb1 Db2 Eb2 | E2 Db2 E2 G2 | F2 Ab2 F2 Eb2 | D2 Ab2 G2 F2 |
   C2 D2 Eb2 E2 | F2 G2 A2 C3 | Bb2 F2 G2 D2 | C2 G2 F2 A1`,
  BAR,
);
const walkEnd = line(`mf Bb1:4 D2 G2 B1 | C2 Eb2 F2 F1 | Bb1:4 r:2. | p Bb1:1`, BAR);

const hands = voiceLead(harmony, { low: 50, high: 65, voices: 3 });
const left = comp(
  hands.filter((s) => s.start < 152),
  ['x..x....', '...x..o.', '.x....x.', 'x......x', '..x..o..', 'x..x....'],
  { stepBeats: 0.5, velocity: 54, gate: 0.8 },
);
const lastChord = line('p D3+G3+C4:1', BAR);

const form = 'tctc tctc tcts';
const kit = drumForm(
  `${form} ${form} ${form} tsxy`,
  {
    t: { ride: 'x.xox.xo', pedalHat: '..x...x.', snare: '...o....' },
    c: { ride: 'x.xox.xo', pedalHat: '..x...x.', snare: '.o.....o', kick: 'o...o...' },
    s: { ride: 'x.xox...', pedalHat: '..x...x.', snare: '.o..xoxX', kick: 'o......x' },
    x: { ride: 'x.......', kick: 'x.......' },
    y: { ride: 'o-------' },
  },
  BAR,
  72,
);

const right = atBars(BAR, { 0: head, 12: solo, 24: louder(head, 5), 36: tag });
const bass = atBars(BAR, { 0: walkA, 12: walkB, 24: walkA, 36: walkEnd });
const swing: Feel = { timingMs: 7, swing: 0.63, swingUnit: 1, velocitySpread: 6 };

export const jazz: Piece = {
  title: 'Last Table by the Piano',
  album: 'shoes',
  track: 3,
  seed: 43,
  key: 'B flat blues',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 156 },
    { start: 148, bpm: 150 },
    { start: 152, bpm: 120 },
    { start: 156, bpm: 90 },
  ],
  mood: { opening: { arousal: 0.15, valence: 0.35 }, closing: { arousal: 0.1, valence: 0.4 } },
  harmony,
  parts: [
    player('right hand', 'melody', GM.piano, right, mix(116, 0.15, 35), { feel: { ...swing, pushMs: 10 } }),
    player(
      'left hand',
      'harmony',
      GM.piano,
      [...left, ...atBars(BAR, { 39: lastChord })],
      mix(98, -0.1, 35),
      {
        feel: swing,
      },
    ),
    player('bass', 'bass', GM.doubleBass, bass, mix(96, -0.15, 18), { feel: swing }),
    player('drums', 'drums', KITS.brush, kit, mix(106, 0.25, 30), { feel: swing }),
  ],
  sound: { room: 0.4, wet: 0.35, damp: 0.5, loudnessLufs: -18, tailSeconds: 4 },
};
