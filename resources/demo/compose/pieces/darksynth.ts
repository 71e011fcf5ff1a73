/** A night drive in F sharp minor: sixteenth-note bass, a saw lead that keeps falling back to the fifth, choir over half-time. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, sustain } from '../texture/comp.ts';
import { drums, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Feel, Piece } from '../score.ts';

const BAR = 4;
const A = progression('F#m | F#m | D | D | Bm | Bm | G | C#7', BAR);
const B = progression('D | E | F#m | F#m | D | E | C#m | C#7', BAR);
const harmony = joinHarmony(progression('F#m | F#m | F#m | G', BAR), A, B, A, progression('F#m | F#m', BAR));

const chase = line(
  `f C#5:2. B4:8 A4 | F#4:4. G#4:8 A4:4 C#5 | D5:2. C#5:8 A4 | F#5:4. E5:8 D5:4 A4 |
   B4:2. C#5:8 D5 | F#5:4. E5:8 D5:4 B4 | G5:2! F#5:4 D5 | F5:4.! G#5:8 C#5:2`,
  BAR,
);
const above = line(
  `mf A5:2. G#5:8 F#5 | G#5:2. B5:4 | A5:4. G#5:8 F#5:2 | C#5:1 | D5:4 F#5 A5:2 | G#5:4. E5:8 B4:2 | E5:4 G#5 C#6:2 | < F5:2 G#5:4 B5 ff`,
  BAR,
);

const hands = voiceLead(harmony, { low: 54, high: 73, voices: 4 });
const arps = arpeggiate(hands, {
  pattern: [0, 2, 1, 3, 2, 1, 3, 0],
  stepBeats: 0.25,
  velocity: 60,
  hold: 0.8,
});
const engine = bassLine(harmony, ['RRRRRRRRRRRRRRRR', 'RRR8RRR8RRR8RR58'], {
  stepBeats: 0.25,
  velocity: 84,
  low: 30,
  gate: 0.75,
});

const stomp: DrumBar = { kick: 'X...X...X...X...', hat: '..x...x...x...x.', snare: '....X.......X...' };
const stompFill: DrumBar = {
  kick: 'X...X...X...X...',
  snare: '....X..x....XxXX',
  midTom: '..........xx....',
};
const half: DrumBar = { kick: 'X.....x.........', snare: '........X.......', hat: 'x.o.x.o.x.o.x.o.' };
const halfFill: DrumBar = {
  kick: 'X.....x.X...X...',
  snare: '........XxxxXXXX',
  highTom: '....xx..........',
  midTom: '......xx........',
};
const crash = (bar: DrumBar): DrumBar => ({ ...bar, crash: 'X---------------' });
const kit = drums(
  [
    { kick: 'X...X...X...X...' },
    { kick: 'X...X...X...X...' },
    stomp,
    stompFill,
    crash(stomp),
    stomp,
    stomp,
    stompFill,
    stomp,
    stomp,
    stomp,
    stompFill,
    crash(half),
    half,
    half,
    half,
    half,
    half,
    half,
    halfFill,
    crash(stomp),
    stomp,
    stomp,
    stompFill,
    crash(stomp),
    stomp,
    stomp,
    stompFill,
    crash(stomp),
    { kick: 'X...............', crash: 'X---------------', snare: 'X...............' },
  ],
  BAR,
  92,
);

const tight: Feel = { timingMs: 2, velocitySpread: 3 };

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
    {
      name: 'bass',
      role: 'bass',
      program: GM.synthBass2,
      notes: engine
        .filter((n) => n.start < 116)
        .concat(line('ff F#1:2', BAR).map((n) => ({ ...n, start: 116 }))),
      feel: tight,
      mix: { volume: 108, reverb: 6 },
    },
    {
      name: 'lead',
      role: 'melody',
      program: GM.saw,
      notes: atBars(BAR, [4, chase], [20, louder(chase, 8)]),
      feel: tight,
      mix: { volume: 84, pan: -0.08, reverb: 60, chorus: 40 },
    },
    {
      name: 'lead octave',
      role: 'counter',
      program: GM.polySynth,
      notes: atBars(BAR, [20, louder(transposed(chase, 12), -18)]),
      feel: tight,
      mix: { volume: 66, pan: 0.2, reverb: 60, chorus: 60 },
    },
    {
      name: 'bell',
      role: 'melody',
      program: GM.crystal,
      notes: atBars(BAR, [12, above]),
      feel: tight,
      mix: { volume: 84, pan: 0.15, reverb: 80 },
    },
    {
      name: 'arpeggio',
      role: 'harmony',
      program: GM.square,
      notes: arps.filter((n) => (n.start >= 32 && n.start < 80) || (n.start >= 96 && n.start < 116)),
      feel: tight,
      mix: { volume: 54, pan: 0.45, reverb: 40, chorus: 20 },
    },
    {
      name: 'choir',
      role: 'harmony',
      program: GM.choirPad,
      notes: sustain(hands, 74).filter((n) => n.start >= 8),
      controls: expression([8, 20], [16, 80], [48, 86], [80, 120], [116, 100], [120, 40]),
      mix: { volume: 74, pan: -0.2, reverb: 90, chorus: 30 },
    },
    {
      name: 'drums',
      role: 'drums',
      program: KITS.electronic,
      notes: kit,
      feel: tight,
      mix: { volume: 104, reverb: 40 },
    },
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
