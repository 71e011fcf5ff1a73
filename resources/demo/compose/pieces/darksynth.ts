/** A night drive in F sharp minor: sixteenth-note bass, a saw lead that keeps falling back to the fifth, choir over half-time. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { pumping } from '../shape/controls.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, sustain } from '../texture/comp.ts';
import { crashing, drumForm, type DrumBar } from '../texture/drums.ts';
import { echo } from '../texture/ornament.ts';
import { joinHarmony, progression, type ChordSpan } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Feel, Note, Piece } from '../score.ts';

const BAR = 4;
const A = progression('F#m | F#m | D | D | Bm | Bm | G | C#7', BAR);
const B = progression('D | E | F#m | F#m | D | E | C#m | C#7', BAR);
const harmony = joinHarmony(progression('F#m | F#m | F#m | G', BAR), A, B, A, progression('F#m | F#m', BAR));
const BRIDGE = 12;
const RETURN = 20;
const LAST = 29;

const chase = line(
  `f C#5:2. B4:8 A4 | F#4:4. G#4:8 A4:4 C#5 | D5:2. C#5:8 A4 | F#5:4. E5:8 D5:4 A4 |
   B4:2. C#5:8 D5 | F#5:4. E5:8 D5:4 B4 | G5:2! F#5:4 D5 | F5:4.! G#5:8 C#5:2`,
  BAR,
);
const above = line(
  `mf A5:2. G#5:8 F#5 | G#5:2. B5:4 | A5:4. G#5:8 F#5:2 | C#5:1 |
   D5:4 F#5 A5:2 | G#5:4. E5:8 B4:2 | E5:4 G#5 C#6:2 | < F5:2 G#5:4 B5 ff`,
  BAR,
);
const lastNote = line('f F#4+C#5:1', BAR);

const hands = voiceLead(harmony, { low: 54, high: 73, voices: 4 });
const arps = arpeggiate(hands, {
  pattern: [0, 2, 1, 3, 2, 1, 3, 0],
  stepBeats: 0.25,
  velocity: 60,
  hold: 0.8,
});
const glitter = arps.filter((n) => (n.start >= 32 && n.start < 80) || (n.start >= 96 && n.start < 116));
/** The engine idles under the bridge, and is let go again. */
const during = (from: number, to: number): ChordSpan[] =>
  harmony.filter((s) => s.start >= from * BAR && s.start < to * BAR);
const gear = (from: number, to: number, gate: number, ...grids: string[]): Note[] =>
  bassLine(during(from, to), grids, { stepBeats: 0.25, velocity: 84, low: 30, gate });
const engine = [
  ...gear(0, BRIDGE, 0.75, 'RRRRRRRRRRRRRRRR', 'RRR8RRR8RRR8RR58'),
  ...gear(BRIDGE, BRIDGE + 4, 0.98, 'R---------------'),
  ...gear(BRIDGE + 4, RETURN, 0.85, 'R-R-R-R-R-R-R-R-'),
  ...gear(RETURN, LAST, 0.75, 'RRRRRRRRRRRRRRRR', 'RRR8RRR8RRR8RR58'),
];
const bass = [...engine, ...atBars(BAR, { [LAST]: line('ff F#1:2', BAR) })];
const bells = atBars(BAR, { [BRIDGE]: above });
const lead = atBars(BAR, { 4: chase, [RETURN]: louder(chase, 8), [LAST - 1]: lastNote });

const stomp: DrumBar = { kick: 'X...X...X...X...', hat: '..x...x...x...x.', snare: '....X.......X...' };
const half: DrumBar = { kick: 'X.....x.........', snare: '........X.......', hat: 'x.o.x.o.x.o.x.o.' };
const kit = drumForm(
  'kksf SssfSssf HhhhHhhg SssfSssf Se',
  {
    k: { kick: 'X...X...X...X...' },
    s: stomp,
    S: crashing(stomp),
    f: { kick: 'X...X...X...X...', snare: '....X..x....XxXX', midTom: '..........xx....' },
    h: half,
    H: crashing(half),
    g: {
      kick: 'X.....x.X...X...',
      snare: '........XxxxXXXX',
      highTom: '....xx..........',
      midTom: '......xx........',
    },
    e: { kick: 'X...............', crash: 'X---------------', snare: 'X...............' },
  },
  BAR,
  92,
);

const tight: Feel = { timingMs: 2, velocitySpread: 3 };
const pump = [...pumping(8, 48, 30, 92), ...pumping(48, 80, 60, 112), ...pumping(80, 116, 36, 104)];

export const darksynth: Piece = {
  title: 'Red Signal, No Witness',
  album: 'circuit',
  track: 1,
  seed: 71,
  key: 'F sharp minor',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 118 }],
  mood: { opening: { arousal: 0.55, valence: -0.35 }, closing: { arousal: 0.7, valence: -0.4 } },
  harmony,
  parts: [
    player('bass', 'bass', GM.synthBass2, bass, mix(108, 0, 6), { feel: tight }),
    player('lead', 'melody', GM.saw, lead, mix(64, -0.08, 60, 40), { feel: tight }),
    player(
      'lead octave',
      'counter',
      GM.polySynth,
      atBars(BAR, { [RETURN]: louder(transposed(chase, 12), -18) }),
      mix(70, 0.2, 60, 60),
      {
        feel: tight,
      },
    ),
    player('bell', 'melody', GM.crystal, bells, mix(112, 0.15, 80), { feel: tight }),
    player('bell echo', 'counter', GM.crystal, echo(bells, 0.75, 20), mix(104, -0.5, 90), { feel: tight }),
    player('arpeggio', 'harmony', GM.square, glitter, mix(76, 0.45, 40, 20), { feel: tight }),
    player(
      'choir',
      'harmony',
      GM.choirPad,
      sustain(hands, 74).filter((n) => n.start >= 8),
      mix(84, -0.2, 90, 30),
      {
        controls: pump,
      },
    ),
    player('drums', 'drums', KITS.electronic, kit, mix(106, 0, 40), { feel: tight }),
  ],
  sound: {
    room: 0.6,
    wet: 0.4,
    damp: 0.3,
    loudnessLufs: -14,
    tailSeconds: 3.5,
    colour: 'acompressor=threshold=-18dB:ratio=2.5:attack=12:release=120',
  },
};
