/** Orchestral suspense in C minor: a crawling ostinato, horns a semitone wrong, a wedge that opens until it breaks. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, repeated, swell, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { bassLine } from '../texture/bass.ts';
import { comp, sustain } from '../texture/comp.ts';
import { drums, roll, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const first = progression('Cm | Cm | Db | Cm | Cm | Abm | F#dim7 | G7b9', BAR);
const second = progression('Ebm | Ebm | E | Ebm | Ebm | Bm | Adim7 | Bb7b9', BAR);
const wedge = progression('F#m | F | Fm | E | Ebm | D | Db | G7b9', BAR);
const harmony = joinHarmony(
  progression('Cm | Cm | Cm | Cm', BAR),
  first,
  second,
  wedge,
  progression('Cm | Db | Cm | Cm', BAR),
);

const crawl = line(`p C3:8' C3' Db3' C3' F#3' C3' Eb3' Db3'`, BAR);
const crawlAlt = line(`p C3:8' C3' Ab3' G3' F#3' Eb3' Db3' B2'`, BAR);
const creeping = [...repeated(crawl, 3, BAR), ...atBars(BAR, [3, crawlAlt])];
const motif = line(
  `mf C4:2. Db4:4 | Eb4:2. Db4:4 | F4:2. Eb4:4 | Eb4:2 C4 | G4:2. Ab4:4 | B4:2. Ab4:4 | C5:2 A4 | B4:2 Ab4:4 F4`,
  BAR,
);
const climb = line(
  `f C#5:2 F#5 | F5 A5 | Ab5 C6 | B5 E6 | ff Eb6 Gb6 | D6 F#6 | F6 Ab6 | G6:4! Ab6! G6! B6!`,
  BAR,
);
const blows = line(`fff r:1 | C4+G4+C5+Eb5:8!' r r:2. | Db4+Ab4+Db5+F5:8!' r r:2. | r:1`, BAR);
const wedgeHands = voiceLead(wedge, { low: 48, high: 66, voices: 4 });

const pulse: DrumBar = { deepKick: 'X.......o.......' };
const tread: DrumBar = { deepKick: 'X.....x.X.......', snare: '..............oo' };
const drive: DrumBar = { deepKick: 'X..x..x.X..x..x.', snare: 'x.ox.ox.x.ox.oxx' };
const battery = drums(
  [
    pulse,
    pulse,
    pulse,
    pulse,
    ...Array<DrumBar>(8).fill(pulse),
    ...Array<DrumBar>(8).fill(tread),
    ...Array<DrumBar>(7).fill(drive),
    { snare: 'oooooooxxxxxxXXX', deepKick: 'X.......X...X.X.' },
    { deepKick: 'X...............', crash: 'X---------------' },
    { deepKick: 'X...............', crash2: 'X---------------' },
  ],
  BAR,
  88,
);

export const suspense: Piece = {
  title: 'Footsteps Under the Ice',
  album: 'winter',
  track: 2,
  seed: 22,
  key: 'C minor',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 132 },
    { start: 12 * BAR, bpm: 136 },
    { start: 20 * BAR, bpm: 142 },
    { start: 30 * BAR, bpm: 120 },
  ],
  mood: { opening: { arousal: 0.35, valence: -0.55 }, closing: { arousal: 0.75, valence: -0.7 } },
  harmony,
  parts: [
    {
      name: 'low strings',
      role: 'bass',
      program: GM.strings,
      notes: swell(
        atBars(
          BAR,
          [0, creeping],
          [4, creeping],
          [8, creeping],
          [12, transposed(creeping, 3)],
          [16, transposed(creeping, 3)],
        ),
        0,
        80,
        -4,
        34,
      ),
      feel: { timingMs: 5 },
      mix: { volume: 112, pan: 0.4, reverb: 45 },
    },
    {
      name: 'pizzicato',
      role: 'counter',
      program: GM.pizzicato,
      notes: swell(
        atBars(
          BAR,
          [4, creeping],
          [8, creeping],
          [12, transposed(creeping, 15)],
          [16, transposed(creeping, 15)],
        ),
        0,
        80,
        6,
        40,
      ),
      feel: { timingMs: 6 },
      mix: { volume: 88, pan: 0.2, reverb: 60 },
    },
    {
      name: 'cluster',
      role: 'harmony',
      program: GM.tremoloStrings,
      notes: [
        ...line('pp C6+Db6:1_', BAR).map((n) => ({ ...n, length: 15.5 })),
        ...atBars(BAR, [5, line('pp G5+Ab5:1_', BAR).map((n) => ({ ...n, length: 26 }))]),
      ],
      controls: expression([0, 10], [14, 96], [16, 30], [46, 110], [80, 127]),
      mix: { volume: 70, pan: -0.4, reverb: 80 },
    },
    {
      name: 'violins',
      role: 'melody',
      program: GM.tremoloStrings,
      notes: atBars(BAR, [20, climb]),
      mix: { volume: 104, pan: -0.3, reverb: 60 },
    },
    {
      name: 'horns',
      role: 'melody',
      program: GM.horn,
      notes: atBars(BAR, [4, motif], [12, louder(transposed(motif, 3), 14)]),
      feel: { timingMs: 12 },
      mix: { volume: 108, pan: -0.15, reverb: 70 },
    },
    {
      name: 'trombones',
      role: 'harmony',
      program: GM.trombone,
      notes: atBars(
        BAR,
        [12, louder(transposed(motif, -9), 8)],
        [20, comp(wedgeHands, ['X--X--x-'], { stepBeats: 0.5, velocity: 84, gate: 0.8 })],
        [27, blows],
      ),
      mix: { volume: 92, pan: 0.25, reverb: 60 },
    },
    {
      name: 'brass',
      role: 'harmony',
      program: GM.brass,
      notes: atBars(
        BAR,
        [24, comp(wedgeHands.slice(4), ['X--X--x-'], { stepBeats: 0.5, velocity: 90, gate: 0.8 })],
        [27, blows],
      ),
      mix: { volume: 92, pan: -0.05, reverb: 60 },
    },
    {
      name: 'basses',
      role: 'bass',
      program: GM.contrabass,
      notes: atBars(
        BAR,
        [20, bassLine(wedge, ['R-R-R-R-'], { stepBeats: 0.5, velocity: 100, low: 30, gate: 0.6 })],
        [30, line('mf > C2:1_~ | C2:1 p', BAR)],
      ),
      mix: { volume: 110, reverb: 40 },
    },
    {
      name: 'choir',
      role: 'harmony',
      program: GM.choir,
      notes: atBars(BAR, [20, sustain(voiceLead(wedge, { low: 55, high: 74, voices: 3 }), 80)]),
      controls: expression([80, 60], [112, 120]),
      mix: { volume: 80, reverb: 90 },
    },
    {
      name: 'timpani',
      role: 'bass',
      program: GM.timpani,
      notes: [
        ...roll(43, 18 * BAR, 8, 8, 30, 80),
        ...roll(43, 26 * BAR, 8, 8, 50, 112),
        ...roll(36, 30 * BAR, 6, 6, 70, 22),
      ],
      mix: { volume: 96, reverb: 70 },
    },
    {
      name: 'percussion',
      role: 'drums',
      program: KITS.orchestra,
      notes: battery,
      mix: { volume: 100, reverb: 70 },
    },
  ],
  sound: { room: 0.8, wet: 0.55, damp: 0.35, loudnessLufs: -16.5, tailSeconds: 4.5 },
};
