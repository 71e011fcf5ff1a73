/** Metal in E: a galloping phrygian riff, a chorus led by twin guitars, a breakdown in half time, a solo, and the riff again. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { drums, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import type { Note, Piece } from '../score.ts';

const BAR = 4;
const riffChords = progression('Em | Em | Em | Em', BAR);
const anthem = progression('Em | C | G | D | Em | C | Am | B', BAR);
const wreck = progression('Em | F | Em . . F | Bb B', BAR);
const harmony = joinHarmony(
  riffChords,
  riffChords,
  riffChords,
  anthem,
  wreck,
  wreck,
  anthem,
  riffChords,
  progression('Em', BAR),
);

const riff = line(
  `ff E2:8'! E2:16' E2' E2:8' E2:16' E2' F2+C3:8! E2' G2+D3! E2' | E2:8'! E2:16' E2' E2:8' E2:16' E2' Bb2+F3:4! A2+E3! |
   E2:8'! E2:16' E2' E2:8' E2:16' E2' F2+C3:8! E2' G2+D3! E2' | E2:8'! E2:16' E2' E2:8' E2:16' E2' G2+D3:8! F2+C3! E2+B2:4!`,
  BAR,
);
/** One bar of a power chord, driven in eighths. */
const drive = (chord: string): string =>
  `${chord}:4! ${chord}:8 ${chord} ${chord}:8! ${chord} ${chord} ${chord}`;
const chorus = line(
  `ff ${['E2+B2+E3', 'C3+G3+C4', 'G2+D3+G3', 'D3+A3+D4', 'E2+B2+E3', 'C3+G3+C4', 'A2+E3+A3', 'B2+F#3+B3'].map(drive).join(' | ')}`,
  BAR,
);
const breakdown = line(
  `fff E2+B2+E3:2! r:8 E2' E2' E2' | F2+C3+F3:2! r:8 F2' F2' F2' | E2+B2+E3:4.! G2+D3! F2+C3:4! | Bb2+F3+Bb3:2! B2+F#3+B3!`,
  BAR,
);
const lastChord = line('fff E2+B2+E3:1!_', BAR);
const guitar = atBars(
  BAR,
  [0, riff],
  [4, riff],
  [8, riff],
  [12, chorus],
  [20, breakdown],
  [24, breakdown],
  [28, chorus],
  [36, riff],
  [40, lastChord.map((n) => ({ ...n, length: 7 }))],
);

/** The bass plays each stroke's lowest note, an octave down where it can. */
const bassOf = (notes: readonly Note[]): Note[] =>
  notes
    .filter((n) => !notes.some((m) => Math.abs(m.start - n.start) < 0.01 && m.pitch < n.pitch))
    .map((n) => ({
      ...n,
      pitch: n.pitch - 12 >= 28 ? n.pitch - 12 : n.pitch,
      velocity: Math.min(118, n.velocity),
    }));

const lead = line(
  `ff G5:4.! F#5:8 E5:2 | E5:4.! D5:8 C5:4 E5 | D5:4.! E5:8 G5:2 | F#5:4. E5:8 D5:4 A4 |
   B5:4.! A5:8 G5:4 E5 | G5:4.! A5:8 G5:4 E5 | C6:4.! B5:8 A5:4 E5 | D#5:4! F#5 B5:2!`,
  BAR,
);
const wail = line(`f r:1 | r:2 C5:2 | B4:2. C5:4 | Bb4:2 D#5`, BAR);
const solo = line(
  `ff E5:16 F#5 G5 F#5 E5 D5 B4 D5 E5:8 G5 B5:4! | C6:16 B5 G5 E5 C6 B5 G5 E5 G5:8 E5 C5:4! | D5:16 E5 G5 A5 B5 A5 G5 E5 D5:8 G5 B5 D6! |
   A5:16 F#5 D5 F#5 A5 D6 A5 F#5 E6:8 D6 A5:4! | fff G5:16 E5 B5 E5 G5 E5 B5 E5 G5 E5 B5 E5 E6:4! |
   G5:16 E5 C6 E5 G5 E5 C6 E5 G5 E5 C6 E5 E6:4! | A5:16 E5 C6 E5 A5 E5 C6 E5 A5 E5 C6 E5 E6:4! | F#5:16 D#5 B5 D#5 F#5 D#5 B5 D#5 F#6:2!`,
  BAR,
);

const intro: DrumBar = { crash: 'X...X...X...X...', kick: 'X...X...X...X...' };
const gallop: DrumBar = { kick: 'X.xxX.xxX.x.X.x.', snare: '....X.......X...', hat: 'X.x.X.x.X.x.X.x.' };
const fill: DrumBar = {
  kick: 'X.xxX.xxX...X...',
  snare: '....X...XXxx....',
  highTom: '............XX..',
  floorTom: '..............XX',
};
const blast: DrumBar = { kick: 'XxxxXxxxXxxxXxxx', snare: '....X.......X...', ride: 'X...X...X...X...' };
const slow: DrumBar = { kick: 'X.........x.x.x.', snare: '........X.......', china: 'X...X...X...X...' };
const slowEnd: DrumBar = { kick: 'X.......X.......', snare: 'x...xxxxXxXxXXXX', china: 'X.......X.......' };
const crash = (bar: DrumBar): DrumBar => ({ ...bar, crash: 'X---------------' });
const kit = drums(
  [
    intro,
    fill,
    intro,
    fill,
    crash(gallop),
    gallop,
    gallop,
    fill,
    crash(gallop),
    gallop,
    gallop,
    fill,
    crash(blast),
    blast,
    blast,
    blast,
    crash(blast),
    blast,
    blast,
    fill,
    crash(slow),
    slow,
    slow,
    slowEnd,
    crash(slow),
    slow,
    slow,
    slowEnd,
    crash(blast),
    blast,
    blast,
    blast,
    crash(blast),
    blast,
    blast,
    fill,
    crash(gallop),
    gallop,
    gallop,
    fill,
    {
      kick: 'X...............',
      snare: 'X...............',
      crash: 'X---------------',
      crash2: 'X---------------',
    },
  ],
  BAR,
  98,
);

export const metal: Piece = {
  title: 'Bellows and Brand',
  album: 'furnace',
  track: 1,
  seed: 81,
  key: 'E minor (phrygian)',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 174 },
    { start: 80, bpm: 168 },
    { start: 112, bpm: 176 },
  ],
  mood: { opening: { arousal: 0.85, valence: -0.55 }, closing: { arousal: 0.95, valence: -0.5 } },
  harmony,
  parts: [
    {
      name: 'left guitar',
      role: 'harmony',
      program: GM.distortion,
      notes: guitar,
      feel: { timingMs: 5 },
      mix: { volume: 84, pan: -0.75, reverb: 18 },
    },
    {
      name: 'right guitar',
      role: 'harmony',
      program: GM.overdrive,
      notes: guitar,
      feel: { timingMs: 7 },
      mix: { volume: 88, pan: 0.75, reverb: 18 },
    },
    {
      name: 'bass',
      role: 'bass',
      program: GM.pickBass,
      notes: bassOf(guitar),
      feel: { timingMs: 4 },
      mix: { volume: 104, reverb: 8 },
    },
    {
      name: 'lead guitar',
      role: 'melody',
      program: GM.distortion,
      notes: atBars(BAR, [12, lead], [24, wail], [28, solo]),
      feel: { timingMs: 6 },
      mix: { volume: 84, pan: 0.1, reverb: 50 },
    },
    {
      name: 'twin lead',
      role: 'counter',
      program: GM.overdrive,
      notes: atBars(BAR, [12, parallel(lead, -2, 'E minor', 10)], [24, louder(transposed(wail, -12), -6)]),
      feel: { timingMs: 7 },
      mix: { volume: 78, pan: -0.2, reverb: 50 },
    },
    {
      name: 'drums',
      role: 'drums',
      program: KITS.power,
      notes: kit,
      feel: { timingMs: 4, velocitySpread: 4 },
      mix: { volume: 108, reverb: 24 },
    },
  ],
  sound: {
    room: 0.4,
    wet: 0.3,
    damp: 0.4,
    loudnessLufs: -12.8,
    tailSeconds: 3,
    colour: 'acompressor=threshold=-18dB:ratio=3:attack=8:release=90',
  },
};
