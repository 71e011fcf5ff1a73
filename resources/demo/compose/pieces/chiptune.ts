/** A game cartridge's first level in C: square lead, sixteenth arpeggios, octave bass; the last round goes up a tone. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate } from '../texture/comp.ts';
import { drums, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Feel, Piece } from '../score.ts';

const BAR = 4;
const A = progression('C | G/B | Am | Em | F | C/E | Dm7 G | C', BAR);
const B = progression('Am | F | C | G | Am | F | G | G', BAR);
const A2 = progression('D | A/C# | Bm | F#m | G | D/F# | Em7 A | D', BAR);
const harmony = joinHarmony(
  progression('C | G', BAR),
  A,
  B,
  A,
  progression('A | A', BAR),
  A2,
  progression('D | D', BAR),
);

const hop = line(
  `f G5:8! E5 G5 C6:4! B5:8 G5 E5 | D5! G5 B5:4! A5:8 G5 D5:4' | C6:8! A5 E5 A5:4! B5:8 C6 E6 | D6! B5 G5 B5 E5:4' G5' |
   A5:8! F5 A5 C6:4! D6:8 C6 A5 | G5! E5 G5 C6 E6:4! C6' | D6:8 C6 A5 F5 B5 A5 G5 B5 | C6:4.! G5:8 C6:2!`,
  BAR,
);
const sky = line(
  `f E6:4.! D6:8 C6:4 A5 | F5:8 A5 C6:4.! D6:8 C6:4 | E6:4.! D6:8 C6:4 G5 | D6:4. B5:8 G5:2 |
   E6:4.! F6:8 E6:4 C6 | A5:8 C6 F6 A6! F6:4 C6 | D6:8 G6! D6 B5 D6 B5 G5 B5 | D6:4! r:8 D6 D6 D6 G6:4!`,
  BAR,
);
const lift = line(`f C#6:8' C#6' E6' A6! r C#6' E6' A6! | C#6:8 E6 A6 G6 E6 C#6 A5 E5`, BAR);
const goal = line(`ff D6:8! A5 D6 F#6 A6:4! D7:4'! | D6:4!`, BAR);
const start = line(
  `mf C5:16 E5 G5 C6 E6 C6 G5 E5 C5 E5 G5 C6 E6:4' | B4:16 D5 G5 B5 D6 B5 G5 D5 G5:8' G5' B5' D6'`,
  BAR,
);

const arps = arpeggiate(
  voiceLead(harmony, { low: 64, high: 79, voices: 3 }).filter((s) => s.start >= 8 && s.start < 144),
  { pattern: [0, 1, 2, 1], stepBeats: 0.25, velocity: 56, hold: 0.7 },
);
const bass = bassLine(harmony, ['R8R8R8R8', 'R8R8R858'], {
  stepBeats: 0.5,
  velocity: 92,
  low: 33,
  gate: 0.7,
});

const beat: DrumBar = { kick: 'X...x...X.x.x...', snare: '....X.......X...', hat: 'x.xxx.xxx.xxx.xx' };
const fly: DrumBar = {
  kick: 'X..x..x.X..x..x.',
  snare: '....X.......X..o',
  hat: '..x...x...x...x.',
  openHat: 'x...x...x...x...',
};
const fill: DrumBar = { kick: 'X...x...X...X...', snare: '....X..xx.xxXXXX', hat: 'x.x.x.x.........' };
const crash = (bar: DrumBar): DrumBar => ({ ...bar, crash: 'X---------------' });
const round = (bar: DrumBar): DrumBar[] => [crash(bar), bar, bar, bar, bar, bar, bar, fill];
const kit = drums(
  [
    { kick: 'X...x...x...x...' },
    fill,
    ...round(beat),
    ...round(fly),
    ...round(beat),
    fly,
    fill,
    ...round(fly),
    { ...fill, crash: 'X---------------' },
    { kick: 'X...............', crash: 'X---------------' },
  ],
  BAR,
  84,
);

const machine: Feel = { timingMs: 1.5, velocitySpread: 2, accent: 4 };

export const chiptune: Piece = {
  title: 'Sprite Sprint',
  album: 'cartridge',
  track: 1,
  seed: 61,
  key: 'C major',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 162 }],
  mood: { opening: { arousal: 0.75, valence: 0.65 }, closing: { arousal: 0.85, valence: 0.75 } },
  harmony,
  parts: [
    {
      name: 'lead',
      role: 'melody',
      program: GM.square,
      notes: atBars(
        BAR,
        [0, start],
        [2, hop],
        [10, sky],
        [18, louder(hop, 4)],
        [26, lift],
        [28, louder(transposed(hop, 2), 6)],
        [36, goal],
      ),
      feel: machine,
      mix: { volume: 92, reverb: 24 },
    },
    {
      name: 'second voice',
      role: 'counter',
      program: GM.square,
      notes: atBars(
        BAR,
        [10, parallel(sky, -2, 'C major', 16)],
        [18, transposed(louder(hop, -22), -12)],
        [28, parallel(transposed(hop, 2), -2, 'D major', 14)],
      ),
      feel: machine,
      mix: { volume: 76, pan: -0.4, reverb: 24 },
    },
    {
      name: 'arpeggio',
      role: 'harmony',
      program: GM.square,
      notes: arps,
      feel: machine,
      mix: { volume: 54, pan: 0.45, reverb: 30 },
    },
    {
      name: 'bass',
      role: 'bass',
      program: GM.synthBass,
      notes: bass
        .filter((n) => n.start < 148)
        .concat(line('ff D2:4', BAR).map((n) => ({ ...n, start: 148 }))),
      feel: machine,
      mix: { volume: 100, reverb: 6 },
    },
    {
      name: 'drums',
      role: 'drums',
      program: KITS.electronic,
      notes: kit,
      feel: machine,
      mix: { volume: 92, reverb: 14 },
    },
  ],
  sound: { room: 0.3, wet: 0.3, damp: 0.4, loudnessLufs: -14.5, tailSeconds: 2 },
};
