/** A bandstand march in A flat: fanfare, first strain, a trio in the subdominant, and the strain again with piccolo. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { comp } from '../texture/comp.ts';
import { drums, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const strain = progression('Ab | Ab | Bbm | Eb7 | Ab | F7 | Bbm Eb7 | Ab', BAR);
const trioChords = progression('Db | Bbm | Ebm | Ab7 | Db | Gb | Db/Ab Ab7 | Db Eb7', BAR);
const harmony = joinHarmony(progression('Ab | Eb7', BAR), strain, trioChords, strain, progression('Ab', BAR));

const fanfare = line(`ff Eb5:8! Eb5:16 Eb5 Ab5:4! Eb5:8 Ab5 C6:4! | Bb5:8! Ab5 G5 F5 Eb5:4! r`, BAR);
const tune = line(
  `f Eb5:4! Eb5:8. F5:16 Eb5:4 C5 | Ab5:4.! G5:8 F5:4 Eb5 | F5:4! F5:8. G5:16 F5:4 Db5 | Bb5:4.! Ab5:8 G5:4 F5 |
   Ab5:8. Bb5:16 C6:4! Ab5 Eb5 | A5:4. Bb5:8 C6:4 A5 | Bb5:4! F5 G5:8 Ab5 Bb5 G5 | Ab5:4! Eb5:8. Eb5:16 Ab5:4'! r`,
  BAR,
);
const trio = line(
  `mp F5:2. Gb5:8 F5 | Db5:2 F5 | Gb5:2. F5:8 Eb5 | C5:2 Eb5 | < Ab5:2. Gb5:8 F5 | mf Bb5:2 Ab5:4 Gb5 | > F5:4. Db5:8 Eb5:4 C5 | mp Db5:2 < Eb5:4 G5`,
  BAR,
);
const descant = line(
  `f C6:8 Eb6 Ab6 Eb6 C6 Eb6 Ab6:4' | r:4 C7:8 Bb6 Ab6 F6 C6:4' | F6:8 Db6 F6 Bb6 F6 Db6 F6:4' | r:4 Eb6:8 F6 G6 Eb6 Bb5:4' |
   C6:8 Eb6 Ab6 Eb6 C6 Eb6 Ab6:4' | A6:8 F6 C6 F6 A6:4' r | Bb6:8 F6 Db6 F6 Eb6 G6 Bb6 G6 | Ab6:4'! r Ab6'! r`,
  BAR,
);
const stinger = line(`fff Ab5:8'! r r:4 Ab5:4'! r`, BAR);

const oom = bassLine(harmony, ['R.5.R.5.'], { stepBeats: 0.5, velocity: 84, low: 34, gate: 1.1 });
const pah = comp(voiceLead(harmony, { low: 56, high: 72, voices: 3 }).slice(0, -1), ['.x.x.x.x'], {
  stepBeats: 0.5,
  velocity: 66,
  gate: 0.55,
});
const lastHit = line(`fff C4+Eb4+Ab4:8'! r r:4 C4+Eb4+Ab4:4'! r`, BAR);

const street: DrumBar = { snare: 'X..xX.x.X..xXxxx', kick: 'X...X...X...X...', crash2: '................' };
const roll: DrumBar = { snare: 'X.xxXxxxXxxxXXXX', kick: 'X...X...X...X...' };
const soft: DrumBar = { rim: 'x...x.x.x...x.xx', kick: 'o.......o.......', triangle: 'x...............' };
const crash = (bar: DrumBar): DrumBar => ({ ...bar, crash: 'X-------x-------' });
const battery = drums(
  [
    roll,
    roll,
    crash(street),
    street,
    street,
    street,
    crash(street),
    street,
    street,
    roll,
    soft,
    soft,
    soft,
    soft,
    soft,
    soft,
    soft,
    roll,
    crash(street),
    street,
    crash(street),
    street,
    crash(street),
    street,
    crash(street),
    roll,
    { snare: 'X.......X.......', kick: 'X.......X.......', crash: 'X-------X-------' },
  ],
  BAR,
  76,
);

export const march: Piece = {
  title: "Eleven O'Clock on the Green",
  album: 'bandstand',
  track: 1,
  seed: 51,
  key: 'A flat major',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 122 }, ...tempoChange(102, 104, 122, 116)],
  mood: { opening: { arousal: 0.5, valence: 0.65 }, closing: { arousal: 0.6, valence: 0.7 } },
  harmony,
  parts: [
    {
      name: 'trumpets',
      role: 'melody',
      program: GM.trumpet,
      notes: atBars(BAR, [0, fanfare], [2, tune], [18, louder(tune, 6)], [26, stinger]),
      feel: { timingMs: 7 },
      mix: { volume: 96, pan: -0.15, reverb: 40 },
    },
    {
      name: 'second trumpets',
      role: 'counter',
      program: GM.trumpet,
      notes: atBars(BAR, [2, parallel(tune, -2, 'Ab major', 12)], [18, parallel(tune, -2, 'Ab major', 8)]),
      feel: { timingMs: 8 },
      mix: { volume: 78, pan: -0.3, reverb: 40 },
    },
    {
      name: 'clarinets',
      role: 'melody',
      program: GM.clarinet,
      notes: atBars(BAR, [10, trio]),
      feel: { timingMs: 10 },
      mix: { volume: 100, pan: 0.2, reverb: 45 },
    },
    {
      name: 'euphonium',
      role: 'counter',
      program: GM.horn,
      notes: atBars(BAR, [10, louder(transposed(parallel(trio, -2, 'Db major', 8), -12), 0)]),
      feel: { timingMs: 12 },
      mix: { volume: 80, pan: -0.2, reverb: 45 },
    },
    {
      name: 'piccolo',
      role: 'counter',
      program: GM.piccolo,
      notes: atBars(BAR, [18, louder(descant, -12)]),
      feel: { timingMs: 8 },
      mix: { volume: 72, pan: 0.35, reverb: 45 },
    },
    {
      name: 'horns',
      role: 'harmony',
      program: GM.horn,
      notes: [...pah, ...atBars(BAR, [26, lastHit])],
      feel: { timingMs: 6 },
      mix: { volume: 92, pan: 0.3, reverb: 40 },
    },
    {
      name: 'trombones',
      role: 'harmony',
      program: GM.trombone,
      notes: atBars(
        BAR,
        [0, transposed(fanfare, -12)],
        [
          18,
          comp(voiceLead(strain, { low: 48, high: 64, voices: 3 }), ['X-----x-'], {
            stepBeats: 0.5,
            velocity: 76,
            gate: 0.8,
          }),
        ],
        [26, transposed(stinger, -12)],
      ),
      feel: { timingMs: 8 },
      mix: { volume: 80, pan: 0.1, reverb: 40 },
    },
    {
      name: 'tuba',
      role: 'bass',
      program: GM.tuba,
      notes: oom,
      feel: { timingMs: 7 },
      mix: { volume: 108, pan: 0.05, reverb: 30 },
    },
    {
      name: 'drums',
      role: 'drums',
      program: KITS.standard,
      notes: battery,
      feel: { timingMs: 4 },
      mix: { volume: 84, reverb: 40 },
    },
  ],
  sound: { room: 0.5, wet: 0.4, damp: 0.4, loudnessLufs: -15.5, tailSeconds: 2.5 },
};
