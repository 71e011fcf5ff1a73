/** A jig in G: two strains of eight bars, a darker third in E dorian, and home with the whole room playing. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, repeated, transposed } from '../shape/arrange.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { comp } from '../texture/comp.ts';
import { drums, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

/** A bar of 6/8 is three quarters long. */
const BAR = 3;

const strainA = line(
  `mf G4:8! B4 D5 G5! F#5 G5 | E5! D5 B4 D5:4! B4:8 | C5! E5 D5 C5! B4 A4 | A4! B4 A4 F#4! E4 D4 |
   G4! B4 D5 G5! F#5 G5 | E5! D5 B4 D5:4! E5:8 | E5! D5 C5 A4! D5 C5 | B4! G4 A4 G4:4.!`,
  BAR,
);
const strainB = line(
  `f B5:8! A5 B5 G5! F#5 G5 | A5! F#5 D5 D5! E5 F#5 | G5! F#5 G5 E5! B4 E5 | E5! G5 E5 C5! E5 G5 |
   B5! A5 B5 G5! F#5 G5 | A5! F#5 D5 A4! D5 F#5 | G5! E5 C5 A5! F#5 D5 | G5! D5 B4 G4:4.!`,
  BAR,
);
const strainC = line(
  `mf E5:8! B4 E5 G5! F#5 E5 | F#5! D5 A4 F#5! E5 D5 | E5! B4 E5 G5! A5 B5 | B5! A5 F#5 D5! E5 F#5 |
   G5! F#5 G5 E5! D5 C5 | A5! G5 A5 F#5! E5 D5 | B5! G5 E5 A5! F#5 D5 | E5:4.! E5:4 D5:8`,
  BAR,
);
const last = line(`ff G4:8! B4 D5 G5! B5 A5 | G5:4.! G4+D5+G5:4.!_`, BAR);

const A = progression('G | G | C | D | G | Em | Am D7 | G', BAR);
const B = progression('G | D | Em | C | G | D | C D | G', BAR);
const C = progression('Em | D | Em | Bm | C | D | Em D | Em', BAR);
const END = progression('G | G', BAR);
const harmony = joinHarmony(A, A, B, B, C, C, A, B, END);

const fiddle = atBars(
  BAR,
  [0, strainA],
  [8, strainA],
  [16, strainB],
  [24, louder(strainB, 6)],
  [40, strainC],
  [48, louder(strainA, 10)],
  [56, louder(strainB, 10)],
  [64, last],
);
const whistle = atBars(
  BAR,
  [8, transposed(strainA, 12)],
  [24, parallel(strainB, -2, 'G major', 6)],
  [32, transposed(strainC, 12)],
  [48, transposed(strainA, 12)],
  [56, parallel(strainB, -2, 'G major', 4)],
  [64, transposed(last, 12).slice(0, 7)],
);

const guitarHands = voiceLead(harmony, { low: 50, high: 69, voices: 4 });
const guitar = comp(guitarHands, ['X.oxox', 'X.ox.o'], {
  stepBeats: 0.5,
  velocity: 66,
  gate: 1.2,
  strumBeats: 0.025,
}).filter((n) => n.start < 64 * BAR);
const lastStrum = comp(guitarHands.slice(-2), ['X.oX--------'], {
  stepBeats: 0.5,
  velocity: 74,
  gate: 1,
  strumBeats: 0.03,
});
const bass = bassLine(harmony, ['R--5.R', 'R--5-a'], { stepBeats: 0.5, velocity: 78, low: 31 });

const step: DrumBar = { lowConga: 'X..x..', muteConga: '..o.oo', tambourine: '......' };
const drive: DrumBar = { lowConga: 'X.ox.o', muteConga: '.oo.oo', tambourine: '...x..' };
const fill: DrumBar = { lowConga: 'X.xX.x', openConga: '.x..xx', tambourine: '...xxx' };
const eight = (bar: DrumBar): DrumBar[] => [bar, bar, bar, bar, bar, bar, bar, fill];
const bodhran = drums(
  [
    ...eight(step),
    ...eight(drive),
    ...eight(drive),
    ...eight(step),
    ...eight(drive),
    ...eight(drive),
    ...eight(drive),
    drive,
    { lowConga: 'X..X..', tambourine: 'x..X..' },
  ],
  BAR,
  74,
  8,
);
const drone = repeated(line('p D4+G4:2._', BAR), 1, BAR).map((n) => ({ ...n, length: 15.8 * BAR }));

export const jig: Piece = {
  title: "The Miller's Red Door",
  album: 'hearth',
  track: 1,
  seed: 31,
  key: 'G major',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 184 },
    { start: 32 * BAR, bpm: 186 },
    { start: 48 * BAR, bpm: 192 },
    ...tempoChange(64 * BAR, 66 * BAR, 190, 150),
  ],
  mood: { opening: { arousal: 0.5, valence: 0.7 }, closing: { arousal: 0.75, valence: 0.8 } },
  harmony,
  parts: [
    {
      name: 'fiddle',
      role: 'melody',
      program: GM.fiddle,
      notes: fiddle,
      feel: { timingMs: 7, swing: 0.52, velocitySpread: 5 },
      mix: { volume: 100, pan: -0.2, reverb: 45 },
    },
    {
      name: 'whistle',
      role: 'counter',
      program: GM.recorder,
      notes: whistle,
      feel: { timingMs: 7 },
      mix: { volume: 84, pan: 0.3, reverb: 50 },
    },
    {
      name: 'guitar',
      role: 'harmony',
      program: GM.steelGuitar,
      notes: [...guitar, ...lastStrum],
      feel: { timingMs: 6 },
      mix: { volume: 84, pan: 0.35, reverb: 35 },
    },
    {
      name: 'accordion',
      role: 'harmony',
      program: GM.accordion,
      notes: atBars(BAR, [32, drone.map((n) => ({ ...n, pitch: n.pitch === 62 ? 52 : 59 }))], [48, drone]),
      mix: { volume: 46, pan: -0.4, reverb: 40 },
    },
    {
      name: 'bass',
      role: 'bass',
      program: GM.doubleBass,
      notes: bass.filter((n) => n.start >= 8 * BAR),
      feel: { timingMs: 6 },
      mix: { volume: 96, reverb: 25 },
    },
    {
      name: 'bodhran',
      role: 'drums',
      program: KITS.standard,
      notes: bodhran,
      feel: { timingMs: 6, velocitySpread: 7 },
      mix: { volume: 92, reverb: 35 },
    },
  ],
  sound: { room: 0.45, wet: 0.4, damp: 0.4, loudnessLufs: -15, tailSeconds: 3 },
};
