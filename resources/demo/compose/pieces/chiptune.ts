/** A game cartridge's first level in C: square lead, sixteenth arpeggios, octave bass; the last round goes up a tone. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate } from '../texture/comp.ts';
import { crashing, drumForm, type DrumBar } from '../texture/drums.ts';
import { echo } from '../texture/ornament.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Feel, Piece } from '../score.ts';

const BAR = 4;
const A = progression('C | G/B | Am | Em | F | C/E | Dm7 G | C', BAR);
const B = progression('Am | F | C | G | Am | F | G | G', BAR);
const up = progression('D | A/C# | Bm | F#m | G | D/F# | Em7 A | D', BAR);
const harmony = joinHarmony(
  progression('C | G', BAR),
  A,
  B,
  A,
  progression('A | A', BAR),
  up,
  progression('D | D', BAR),
);

const start = line(
  `mf C5:16 E5 G5 C6 E6 C6 G5 E5 C5 E5 G5 C6 E6:4' | B4:16 D5 G5 B5 D6 B5 G5 D5 G5:8' G5' B5' D6'`,
  BAR,
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

const lead = atBars(BAR, {
  0: start,
  2: hop,
  10: sky,
  18: louder(hop, 4),
  26: lift,
  28: louder(transposed(hop, 2), 6),
  36: goal,
});
const secondVoice = atBars(BAR, {
  2: echo(hop, 0.75, 34),
  10: parallel(sky, -2, 'C major', 16),
  18: echo(hop, 0.75, 30),
  28: parallel(transposed(hop, 2), -2, 'D major', 14),
});
const spans = voiceLead(harmony, { low: 64, high: 79, voices: 3 }).filter(
  (s) => s.start >= 8 && s.start < 144,
);
const arps = arpeggiate(spans, { pattern: [0, 1, 2, 1], stepBeats: 0.25, velocity: 56, hold: 0.7 });
/** The bass holds its breath for the first half of the third round. */
const octaves = bassLine(harmony.slice(0, -1), ['R8R8R8R8', 'R8R8R858'], {
  stepBeats: 0.5,
  velocity: 92,
  low: 33,
  gate: 0.7,
}).filter((n) => n.start < 18 * BAR || n.start >= 22 * BAR);
const bass = [...octaves, ...atBars(BAR, { 37: line('ff D2:4', BAR) })];

const run: DrumBar = { kick: 'X...x...X.x.x...', snare: '....X.......X...', hat: 'x.xxx.xxx.xxx.xx' };
const fly: DrumBar = {
  kick: 'X..x..x.X..x..x.',
  snare: '....X.......X..o',
  hat: '..x...x...x...x.',
  openHat: 'x...x...x...x...',
};
const kit = drumForm(
  'if Rrrrrrrf Yyyyyyyf hhhhRrrf yf Yyyyyyyf fe',
  {
    i: { kick: 'X...x...x...x...' },
    r: run,
    R: crashing(run),
    h: { hat: 'x.x.x.x.x.x.x.x.' },
    y: fly,
    Y: crashing(fly),
    f: { kick: 'X...X...X...X...', snare: '....X..xx.xxXXXX', hat: 'x.x.x.x.........' },
    e: { kick: 'X...............', crash: 'X---------------' },
  },
  BAR,
  84,
);

const machine: Feel = { timingMs: 1.5, velocitySpread: 2, accent: 4 };

export const chiptune: Piece = {
  title: 'Sprite Sprint',
  album: 'cartridge',
  track: 1,
  seed: 61,
  key: 'C major, then D',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 162 }],
  mood: { opening: { arousal: 0.75, valence: 0.65 }, closing: { arousal: 0.85, valence: 0.75 } },
  harmony,
  parts: [
    player('lead', 'melody', GM.square, lead, mix(74, 0, 24), { feel: machine }),
    player('second voice', 'counter', GM.square, secondVoice, mix(76, -0.4, 24), { feel: machine }),
    player('arpeggio', 'harmony', GM.square, arps, mix(78, 0.45, 30), { feel: machine }),
    player('bass', 'bass', GM.synthBass, bass, mix(104, 0, 6), { feel: machine }),
    player('drums', 'drums', KITS.electronic, kit, mix(96, 0, 14), { feel: machine }),
  ],
  sound: { room: 0.3, wet: 0.3, damp: 0.4, loudnessLufs: -14.5, tailSeconds: 2 },
};
