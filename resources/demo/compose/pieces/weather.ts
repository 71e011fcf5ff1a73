/** From calm to storm: a flute tune over a picked guitar in A major; the same three notes return in A minor as thunder. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, swell, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, comp, sustain } from '../texture/comp.ts';
import { drums, roll, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const calm = progression('Aadd9 | Aadd9 | A | C#m | D | E | F#m | D | Bm7 E | A', BAR);
const clouds = progression('Am | F | Dm | E7b9', BAR);
const storm = progression('Am | Am | F | F | Dm | E | Am | Am/G | F | Dm | Bb | E7 | Am | Am', BAR);
const harmony = joinHarmony(calm, clouds, storm);
const CLOUDS = 10;
const STORM = 14;
const END = 28;

const tune = line(
  `mp C#5:4. D5:8 E5:2 | G#5:4. F#5:8 E5:2 | F#5:4. E5:8 D5:4 F#5 | E5:2. r:8 E5 |
   mf A5:4. G#5:8 F#5:4 C#5 | D5:4. E5:8 F#5:4 A5 | F#5:4. D5:8 E5:4. B4:8 | > A4:2. r:4 p`,
  BAR,
);
const darkening = line(`p r:1 | < C5:4. D5:8 E5:2 | F5:4. E5:8 D5:4 F5 | f G#5:2. B5:4`, BAR);
const thunder = line(
  `ff C5:4.! D5:8! E5:2! | A5:4.! G#5:8 A5:4 E5 | F5:4.! E5:8 C5:2 | A4:8 C5 F5 A5 C6:4 A5 |
   F5:4.! G5:8! A5:2! | G#5:4. F5:8 E5:4 B4 | C5:4.! D5:8! E5:4 A5 | C6:4. B5:8 A5:2 |
   fff C6:4.! A5:8 F5:4 A5 | D6:4.! C6:8 A5:4 F5 | D6:2! Bb5:4 F5 | E5:8! G#5 B5 D6 E6:2! |
   E6:4.! C6:8! A5:2! | A5:4! r:2.`,
  BAR,
);

const calmHands = voiceLead(calm, { low: 52, high: 71, voices: 4 });
const picking = swell(
  arpeggiate(calmHands, { pattern: [0, 2, 1, 3, 2, 1, 3, 2], stepBeats: 0.5, velocity: 60, ring: true }),
  0,
  40,
  -4,
  4,
);
const stormHands = voiceLead(storm, { low: 50, high: 70, voices: 4 });
const ostinato = comp(voiceLead(storm, { low: 43, high: 60, voices: 2 }), ['X.xxX.xxX.xxX.xx'], {
  stepBeats: 0.25,
  velocity: 78,
  gate: 0.6,
});
const violins = transposed(thunder, 12).filter((n) => n.pitch <= 98);

const gallop: DrumBar = { floorTom: 'X..xX..xX.x.X.xx', kick: 'X.......X.......', snare: '........x.......' };
const burst: DrumBar = {
  floorTom: 'X.xxX.xxX.xxXxxx',
  kick: 'X...X...X...X...',
  crash: 'X...............',
  snare: '....x.......x.xx',
};
const battery = drums(
  [
    burst,
    gallop,
    gallop,
    gallop,
    burst,
    gallop,
    gallop,
    gallop,
    burst,
    burst,
    burst,
    { snare: 'xxxxxxxxXXXXXXXX', kick: 'X...X...X.X.X.X.' },
    burst,
    { kick: 'X...............', crash: 'X---------------', floorTom: 'X...............' },
  ],
  BAR,
  92,
  STORM,
);

export const weather: Piece = {
  title: 'The Weather Turns',
  album: 'hearth',
  track: 2,
  seed: 32,
  key: 'A major to A minor',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 92 },
    ...tempoChange(CLOUDS * BAR, STORM * BAR, 90, 138),
    { start: STORM * BAR, bpm: 140 },
  ],
  mood: { opening: { arousal: -0.45, valence: 0.55 }, closing: { arousal: 0.75, valence: -0.6 } },
  harmony,
  parts: [
    {
      name: 'guitar',
      role: 'harmony',
      program: GM.steelGuitar,
      notes: picking,
      feel: { timingMs: 10 },
      mix: { volume: 100, pan: -0.2, reverb: 45 },
    },
    {
      name: 'flute',
      role: 'melody',
      program: GM.flute,
      notes: atBars(BAR, [2, tune], [CLOUDS, darkening]),
      feel: { timingMs: 14 },
      mix: { volume: 92, pan: 0.2, reverb: 70 },
    },
    {
      name: 'fretless bass',
      role: 'bass',
      program: GM.fretlessBass,
      notes: bassLine(calm, ['R---5-R-'], { stepBeats: 0.5, velocity: 62, low: 33 }).filter(
        (n) => n.start >= 8,
      ),
      mix: { volume: 84, reverb: 30 },
    },
    {
      name: 'tremolo',
      role: 'harmony',
      program: GM.tremoloStrings,
      notes: atBars(
        BAR,
        [CLOUDS, sustain(voiceLead(clouds, { low: 52, high: 74, voices: 4 }), 74)],
        [STORM, sustain(stormHands, 88)],
      ),
      controls: expression([40, 30], [56, 112], [104, 127]),
      mix: { volume: 84, pan: 0.3, reverb: 70 },
    },
    {
      name: 'violins',
      role: 'counter',
      program: GM.strings,
      notes: atBars(BAR, [STORM, louder(violins, -8)]),
      mix: { volume: 92, pan: -0.35, reverb: 60 },
    },
    {
      name: 'horns',
      role: 'melody',
      program: GM.brass,
      notes: atBars(BAR, [STORM, thunder]),
      mix: { volume: 100, pan: 0.1, reverb: 60 },
    },
    {
      name: 'cellos',
      role: 'harmony',
      program: GM.strings,
      notes: atBars(BAR, [STORM, ostinato.filter((n) => n.start < 52)]),
      feel: { timingMs: 5 },
      mix: { volume: 100, pan: 0.4, reverb: 40 },
    },
    {
      name: 'basses',
      role: 'bass',
      program: GM.contrabass,
      notes: atBars(
        BAR,
        [CLOUDS, bassLine(clouds, ['R-------'], { stepBeats: 0.5, velocity: 84, low: 28 })],
        [
          STORM,
          bassLine(storm.slice(0, -1), ['R-R-R-R-'], { stepBeats: 0.5, velocity: 100, low: 28, gate: 0.7 }),
        ],
        [END - 1, line('fff A1:1!', BAR)],
      ),
      mix: { volume: 104, reverb: 40 },
    },
    {
      name: 'timpani',
      role: 'bass',
      program: GM.timpani,
      notes: [
        ...roll(45, CLOUDS * BAR + 4, 12, 8, 24, 92),
        ...atBars(BAR, [END - 1, line('fff A2:4!', BAR)]),
      ],
      mix: { volume: 90, reverb: 60 },
    },
    { name: 'drums', role: 'drums', program: KITS.power, notes: battery, mix: { volume: 88, reverb: 45 } },
  ],
  sound: { room: 0.65, wet: 0.5, damp: 0.35, loudnessLufs: -16, tailSeconds: 4.5 },
};
