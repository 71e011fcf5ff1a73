/** From grief to joy: a theme for lonely piano in D minor finds the orchestra and D major. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder } from '../shape/arrange.ts';
import { expression, pedal } from '../shape/controls.ts';
import { rubato, tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, comp, sustain } from '../texture/comp.ts';
import { drums, roll, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const minor = progression('Dm | Bb | Gm | A7 | Dm/F | Gm7 | Bb A7 | Dm', BAR);
const turn = progression('Bbmaj7 | C | Bb/D C/E | A7sus4 A7', BAR);
const major = progression(
  'D | G | Em | A | D/F# | G | Em7 A7 | D | D | Bm | G | A | D/F# | G | Em7 A7 | D | D',
  BAR,
);
const harmony = joinHarmony(minor, turn, major);
const TURN = 8;
const MAJOR = 12;
const END = MAJOR + 17;

const grief = line(
  `p D5:4 E5 F5 A5 | > A5:4. G5:8 F5:2 | G5:4 F5 D5 Bb4 | pp A4:2. C#5:4 |
   p D5:4 E5 < F5 A5 | mp Bb5:4. A5:8 G5:4 > F5 | F5:4 D5 E5 C#5 | pp D5:1`,
  BAR,
);
const rising = line('p < D5:4 E5 F5:2 | E5:4 F5 G5:2 | F5:4 G5 G5 C6 | f D6:2 C#6', BAR);
const joy = line(
  `f D5:4! E5 F#5 A5 | B5:4. A5:8 G5:2 | G5:4 F#5 E5 B4 | C#5:2. E5:4 |
   D5:4! E5 F#5 A5 | B5:4. C#6:8 D6:2 | B5:4 G5 A5 E5 | F#5:2. A5:4 |
   ff D6:4.! C#6:8 D6:4 A5 | B5:4. A5:8 F#5:2 | G5:4 A5 B5 D6 | C#6:2. A5:4 |
   D6:4! E6 F#6 D6 | B5:4. C#6:8 D6:2 | E6:4 D6 C#6 A5 | D6:1~ | D6:1`,
  BAR,
);

/** The second strain of the joyful theme, an octave down. */
const lowJoy = joy
  .filter((n) => n.start >= 32)
  .map((n) => ({ ...n, start: n.start - 32, pitch: n.pitch - 12 }));

const left = arpeggiate(voiceLead(minor, { low: 41, high: 60, voices: 3 }), {
  pattern: [0, 1, 2, 1],
  stepBeats: 0.5,
  velocity: 42,
  hold: 2,
});
const lowRoots = bassLine(minor, ['R-------'], { stepBeats: 0.5, velocity: 46, low: 31 });
const strings = [
  ...sustain(voiceLead(minor.slice(4), { low: 50, high: 69, voices: 3 }), 56),
  ...sustain(voiceLead(turn, { low: 52, high: 74, voices: 4 }), 76),
];
const majorHands = voiceLead(major, { low: 55, high: 76, voices: 4 });
const sparkle = arpeggiate(voiceLead(major.slice(0, -1), { low: 62, high: 79, voices: 3 }), {
  pattern: [0, 1, 2, 3, 2, 1, 2, 1],
  stepBeats: 0.25,
  velocity: 60,
  hold: 1.5,
});

const beat: DrumBar = {
  deepKick: 'X.......X.......',
  snare: '....x..o....x.oo',
  tambourine: '..x...x...x...x.',
};
const full: DrumBar = {
  deepKick: 'X.....x.X.....x.',
  snare: 'o...X..oo...X.oo',
  tambourine: 'o.x.o.x.o.x.o.x.',
};
const fill: DrumBar = { deepKick: 'X.......X...X...', snare: 'x.xxx.xxxxxxXXXX' };
const crash = (bar: DrumBar): DrumBar => ({ ...bar, crash: 'X---------------' });
const battery = drums(
  [
    crash(beat),
    beat,
    beat,
    beat,
    beat,
    beat,
    beat,
    fill,
    crash(full),
    full,
    full,
    full,
    crash(full),
    full,
    full,
    fill,
    { deepKick: 'X...............', crash: 'X---------------' },
  ],
  BAR,
  78,
  MAJOR,
);

export const thaw: Piece = {
  title: 'Thaw',
  album: 'winter',
  track: 3,
  seed: 23,
  key: 'D minor to D major',
  beatsPerBar: BAR,
  tempo: [
    ...rubato(0, 32, 74, 16, 0.06),
    ...tempoChange(32, 48, 74, 116),
    { start: 48, bpm: 118 },
    ...tempoChange(108, 112, 118, 96),
  ],
  mood: { opening: { arousal: -0.5, valence: -0.5 }, closing: { arousal: 0.6, valence: 0.75 } },
  harmony,
  parts: [
    {
      name: 'piano',
      role: 'melody',
      program: GM.piano,
      notes: atBars(BAR, [0, grief], [TURN, rising], [MAJOR, louder(joy, -12)]),
      controls: pedal(harmony, END * BAR + 2),
      feel: { timingMs: 10 },
      mix: { volume: 104, reverb: 60 },
    },
    {
      name: 'left hand',
      role: 'harmony',
      program: GM.piano,
      notes: [...left, ...lowRoots],
      controls: pedal(minor, 33),
      feel: { timingMs: 10, accent: 2 },
      mix: { volume: 96, pan: -0.1, reverb: 60 },
    },
    {
      name: 'strings',
      role: 'harmony',
      program: GM.strings,
      notes: atBars(
        BAR,
        [4, strings.map((n) => ({ ...n, start: n.start - 16 }))],
        [MAJOR, sustain(majorHands, 84)],
      ),
      controls: expression([16, 20], [30, 64], [34, 50], [48, 118], [116, 120]),
      mix: { volume: 84, pan: 0.25, reverb: 75 },
    },
    {
      name: 'violins',
      role: 'counter',
      program: GM.strings,
      notes: atBars(BAR, [TURN, louder(rising, 6)], [MAJOR, joy], [MAJOR + 8, louder(lowJoy, -6)]),
      mix: { volume: 90, pan: -0.35, reverb: 65 },
    },
    {
      name: 'trumpets',
      role: 'counter',
      program: GM.trumpet,
      notes: atBars(BAR, [MAJOR + 8, louder(lowJoy, -4)]),
      mix: { volume: 78, pan: 0.15, reverb: 60 },
    },
    {
      name: 'horns',
      role: 'harmony',
      program: GM.horn,
      notes: atBars(
        BAR,
        [
          MAJOR,
          parallel(
            joy.filter((n) => n.start < 32).map((n) => ({ ...n, pitch: n.pitch - 12 })),
            -2,
            'D major',
            8,
          ),
        ],
        [
          MAJOR + 8,
          comp(
            voiceLead(major.slice(9), { low: 50, high: 66, voices: 3 }).map((s) => ({
              ...s,
              start: s.start - 32,
            })),
            ['X-x-X-x-'],
            { stepBeats: 0.5, velocity: 76, gate: 0.7 },
          ),
        ],
      ),
      mix: { volume: 80, pan: -0.1, reverb: 65 },
    },
    {
      name: 'harp',
      role: 'harmony',
      program: GM.harp,
      notes: atBars(BAR, [MAJOR, sparkle]),
      mix: { volume: 74, pan: 0.4, reverb: 60 },
    },
    {
      name: 'glockenspiel',
      role: 'counter',
      program: GM.glockenspiel,
      notes: atBars(BAR, [
        MAJOR + 8,
        louder(
          joy
            .filter((n) => n.start >= 32 && n.start % 1 === 0)
            .map((n) => ({ ...n, start: n.start - 32, pitch: n.pitch })),
          -26,
        ),
      ]),
      mix: { volume: 60, pan: 0.3, reverb: 70 },
    },
    {
      name: 'basses',
      role: 'bass',
      program: GM.strings,
      notes: atBars(
        BAR,
        [TURN, bassLine(turn, ['R-------'], { stepBeats: 0.5, velocity: 76, low: 33 })],
        [
          MAJOR,
          bassLine(major.slice(0, -1), ['R---5-R-', 'R-R-5-a-'], { stepBeats: 0.5, velocity: 90, low: 33 }),
        ],
        [END - 1, line('ff D2:1_', BAR)],
      ),
      mix: { volume: 104, pan: 0.35, reverb: 50 },
    },
    {
      name: 'timpani',
      role: 'bass',
      program: GM.timpani,
      notes: [
        ...roll(45, 44, 4, 8, 40, 100),
        ...atBars(
          BAR,
          [
            MAJOR,
            line(
              'f D2:4! r:2. | r:1 | r:1 | A2:4 r:2. | D2:4! r:2. | r:1 | r:2 A2:4 A2 | D2:4! r:4 A2:8 A2 A2:4',
              BAR,
            ),
          ],
          [
            MAJOR + 8,
            line(
              'ff D2:4! r:2. | r:1 | r:1 | A2:4 r:2. | D2:4! r:2. | r:1 | r:2 A2:4 A2 | D2:4! r A2:8 A2 A2 A2 | D2:4!',
              BAR,
            ),
          ],
        ),
      ],
      mix: { volume: 88, reverb: 65 },
    },
    {
      name: 'percussion',
      role: 'drums',
      program: KITS.orchestra,
      notes: battery,
      mix: { volume: 84, reverb: 60 },
    },
  ],
  sound: { room: 0.75, wet: 0.55, damp: 0.35, loudnessLufs: -16.5, tailSeconds: 4.5 },
};
