/** Funk in E: a two-bar bass riff, clavinet on the cracks, a horn hook that answers itself, an alto solo over the bridge. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, repeated, transposed } from '../shape/arrange.ts';
import { comp, sustain } from '../texture/comp.ts';
import { crashing, drumForm, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Feel, Piece } from '../score.ts';

const BAR = 4;
const vamp = progression('E9 | % | % | %', BAR);
const bridge = progression('A9 | A9 | E9 | E9 | C9 | B7#9 | E9 | E9', BAR);
const harmony = joinHarmony(
  ...[progression('E9 | E9', BAR), vamp, vamp, bridge, vamp, progression('E9 | E9 | C9 B7#9 | E9', BAR)],
);
const BRIDGE = 10;
const RETURN = 18;
const CLOSE = 24;

const riffA = line(`f E1:8! r:16 E1 r:8 D2:16' E2! r:8 G1:16 G#1 B1:8' D2:16 B1`, BAR);
const riffB = line(`f E1:8! r:16 E1 r:8 D2:16' E2! r:16 E2 D2:8' B1:8' A1:16 G1`, BAR);
const riff = [...riffA, ...atBars(BAR, { 1: riffB })];
const bass = atBars(BAR, {
  1: line(`mf r:2. B1:8 D2:16 D#2`, BAR),
  2: repeated(riff, 4, 8),
  10: transposed(riff, 5),
  12: riff,
  14: transposed(riffA, 8),
  15: transposed(riffB, 7),
  16: riff,
  [RETURN]: repeated(riff, 3, 8),
  [CLOSE]: line(`ff C2:8! C2' r:8 C2 B1:8! B1' D2:16 D#2 B1:8 | E1:4!`, BAR),
});

const call = line(`f r:8 B4' D5:16 E5:8.! r:8 G5 E5:16 D5:8. | E5:8' r r:2.`, BAR);
const response = line(`f r:8 B4' D5:16 E5:8.! r:8 F#5 G#5:16 B5:8. | B5:8' A5:16 G5 E5:8 D5' r:2`, BAR);
const hook = [...call, ...atBars(BAR, { 2: response })];
const hits = line(`ff r:1 | r:2 r:8 C#5+G5:8!' r B4+G5!' | r:1 | r:2 r:8 D5+F#5:8!' r D5+G#5!'`, BAR);
const solo = line(
  `f E5:4. C#5:8 B4 A4 C#5 E5 | G5:4.! F#5:8 E5 C#5 B4 A4 | G#4:8 B4 D5 E5 F#5:4. E5:8 | D5 B4 G#4 B4 E5:4' r |
   ff E5:8 G5 Bb5! G5 D5:4 E5 | D#5:8 F#5 A5! F#5 D5:4' B4' | E5:8! r G5 G#5 B5:4! A5:8 G5 | E5:4! r:2.`,
  BAR,
);
const close = line(`ff E5:8! E5' r E5 D#5:8! D5' B4:16 D5 E5:8 | E5:4!`, BAR);
const organClose = line(
  `ff C4+E4+Bb4+D5:8!' C4+E4+Bb4+D5' r r D#4+A4+D5+F#5!' D#4+A4+D5+F#5' r:4 | D4+G#4+B4+F#5:4!`,
  BAR,
);

const beforeClose = harmony.filter((s) => s.start < CLOSE * BAR);
const clavinet = comp(
  voiceLead(beforeClose, { low: 52, high: 70, voices: 4 }),
  ['X..o.x.oX.o..x.o', 'X..o.x.o..X.oxo.'],
  {
    stepBeats: 0.25,
    velocity: 74,
    gate: 0.55,
  },
);
const scratch = comp(
  voiceLead(beforeClose, { low: 59, high: 76, voices: 3 }),
  ['....X..o....X.o.', '....X..o..o.X.xo'],
  {
    stepBeats: 0.25,
    velocity: 72,
    gate: 0.5,
    strumBeats: 0.012,
  },
);
const organ = sustain(voiceLead(bridge, { low: 55, high: 74, voices: 4 }), 60);

const main: DrumBar = {
  kick: 'X..x..x...x..o..',
  snare: '....X..o.o..X..o',
  hat: 'x.xox.xox.xox.x.',
  openHat: '..............x.',
};
const ride: DrumBar = {
  kick: 'X..x..x...x..o..',
  snare: '....X..o.o..X..o',
  ride: 'x.x.x.x.x.x.x.x.',
  tambourine: '..x...x...x...x.',
};
const groove = drumForm(
  'mf MpmpMpmf RrrrRrrf Mpmpmf ce',
  {
    m: main,
    M: crashing(main),
    p: {
      kick: 'X..x..x...x..x..',
      snare: '....X..o.o..X.o.',
      hat: 'x.xox.x.x.xox.xo',
      openHat: '......x.........',
    },
    r: ride,
    R: crashing(ride),
    f: {
      kick: 'X.......x.......',
      snare: '....X..oxx.xXXxx',
      hat: 'x.x.x.x.........',
      midTom: '.........x.x....',
    },
    c: { kick: 'X.x...x.X.x.....', snare: 'X.x...x.X.x.xxXX', crash: 'X-------........' },
    e: { kick: 'X...............', snare: 'X...............', crash: 'X---------------' },
  },
  BAR,
  86,
);

const horns = atBars(BAR, {
  2: hook,
  6: hook,
  [BRIDGE]: louder(hits, -6),
  [RETURN]: louder(hook, 6),
  22: louder(call, 8),
  [CLOSE]: close,
});
const below = parallel(hook, -2, 'E mixolydian', 8);
const saxes = atBars(BAR, {
  6: below,
  [BRIDGE]: solo,
  [RETURN]: louder(below, 6),
  22: parallel(call, -2, 'E mixolydian', 4),
});

const pocket: Feel = { timingMs: 4, swing: 0.54, swingUnit: 0.5, velocitySpread: 5 };
const loose: Feel = { ...pocket, timingMs: 8, pushMs: 5 };

export const funk: Piece = {
  title: 'Corner Store Parade',
  album: 'shoes',
  track: 1,
  seed: 41,
  key: 'E mixolydian',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 106 }],
  mood: { opening: { arousal: 0.6, valence: 0.55 }, closing: { arousal: 0.7, valence: 0.65 } },
  harmony,
  parts: [
    player('bass', 'bass', GM.fingerBass, bass, mix(112, 0, 8), { feel: pocket }),
    player('clavinet', 'harmony', GM.clavinet, clavinet, mix(80, -0.35, 18), { feel: pocket }),
    player(
      'guitar',
      'harmony',
      GM.cleanGuitar,
      scratch.filter((n) => n.start >= 8),
      mix(84, 0.4, 18),
      { feel: pocket },
    ),
    player('horns', 'melody', GM.brass, horns, mix(92, 0.1, 35), { feel: loose }),
    player('saxes', 'counter', GM.altoSax, saxes, mix(92, -0.1, 35), { feel: loose }),
    player(
      'organ',
      'harmony',
      GM.drawbarOrgan,
      atBars(BAR, { [BRIDGE]: organ, [CLOSE]: organClose }),
      mix(60, 0.25, 30, 30),
    ),
    player('drums', 'drums', KITS.standard, groove, mix(122, 0, 16), { feel: pocket }),
  ],
  sound: {
    room: 0.35,
    wet: 0.35,
    damp: 0.5,
    loudnessLufs: -14,
    tailSeconds: 2.5,
    colour: 'acompressor=threshold=-20dB:ratio=2:attack=15:release=140',
  },
};
