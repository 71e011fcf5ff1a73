/** A bandstand march in A flat: fanfare, first strain, a trio in the subdominant, and the strain again with piccolo. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { comp } from '../texture/comp.ts';
import { crashing, drumForm, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const strain = progression('Ab | Ab | Bbm | Eb7 | Ab | F7 | Bbm Eb7 | Ab', BAR);
const gentle = progression('Db | Bbm | Ebm | Ab7 | Db | Gb | Db/Ab Ab7 | Db Eb7', BAR);
const harmony = joinHarmony(progression('Ab | Eb7', BAR), strain, gentle, strain, progression('Ab', BAR));
const TRIO = 10;
const RETURN = 18;
const LAST = 26;

const fanfare = line(`ff Eb5:8! Eb5:16 Eb5 Ab5:4! Eb5:8 Ab5 C6:4! | Bb5:8! Ab5 G5 F5 Eb5:4! r`, BAR);
const tune = line(
  `f Eb5:4! Eb5:8. F5:16 Eb5:4 C5 | Ab5:4.! G5:8 F5:4 Eb5 | F5:4! F5:8. G5:16 F5:4 Db5 | Bb5:4.! Ab5:8 G5:4 F5 |
   Ab5:8. Bb5:16 C6:4! Ab5 Eb5 | A5:4. Bb5:8 C6:4 A5 | Bb5:4! F5 G5:8 Ab5 Bb5 G5 | Ab5:4! Eb5:8. Eb5:16 Ab5:4'! r`,
  BAR,
);
const second = line(
  `mf C5:4! C5:8. Db5:16 C5:4 Ab4 | C5:4.! Bb4:8 Ab4:4 C5 | Db5:4! Db5:8. Eb5:16 Db5:4 Bb4 | G5:4.! F5:8 Eb5:4 Db5 |
   Eb5:8. G5:16 Ab5:4! Eb5 C5 | F5:4. G5:8 A5:4 F5 | F5:4! Db5 Eb5:8 F5 G5 Eb5 | C5:4! C5:8. C5:16 C5:4'! r`,
  BAR,
);
const trio = line(
  `mp F5:2. Gb5:8 F5 | Db5:2 F5 | Gb5:2. F5:8 Eb5 | C5:2 Eb5 |
   < Ab5:2. Gb5:8 F5 | mf Bb5:2 Ab5:4 Gb5 | > F5:4. Db5:8 Eb5:4 C5 | mp Db5:2 < Eb5:4 G5 f`,
  BAR,
);
const descant = line(
  `mf C6:8 Eb6 Ab6 Eb6 C6 Eb6 Ab6:4' | r:4 C7:8 Bb6 Ab6 F6 C6:4' | F6:8 Db6 F6 Bb6 F6 Db6 F6:4' | r:4 Eb6:8 F6 G6 Eb6 Bb5:4' |
   C6:8 Eb6 Ab6 Eb6 C6 Eb6 Ab6:4' | A6:8 F6 C6 F6 A6:4' r | Bb6:8 F6 Db6 F6 Eb6 G6 Bb6 G6 | Ab6:4'! r Ab6'! r`,
  BAR,
);
const stinger = line(`fff Ab5:8'! r r:4 Ab5:4'! r`, BAR);
const lastChord = line(`ff C4+Eb4+Ab4:8'! r r:4 C4+Eb4+Ab4:4'! r`, BAR);

const oom = bassLine(harmony.slice(0, -1), ['R.5.R.5.'], {
  stepBeats: 0.5,
  velocity: 84,
  low: 32,
  gate: 1.1,
});
const tuba = [...oom, ...atBars(BAR, { [LAST]: line(`fff Ab1:8'! r r:4 Ab1:4'! r`, BAR) })];
const pah = comp(voiceLead(harmony.slice(0, -1), { low: 56, high: 72, voices: 3 }), ['.x.x.x.x'], {
  stepBeats: 0.5,
  velocity: 68,
  gate: 0.55,
});
const blocks = comp(voiceLead(strain, { low: 52, high: 68, voices: 3 }), ['X-----x-'], {
  stepBeats: 0.5,
  velocity: 74,
  gate: 0.8,
});

const street: DrumBar = { snare: 'X..xX.x.X..xXxxx', kick: 'X...X...X...X...' };
const battery = drumForm(
  'rr SsssSssr tttttttr SsSsSsSr e',
  {
    s: street,
    S: { ...crashing(street), crash: 'X-------x-------' },
    r: { snare: 'X.xxXxxxXxxxXXXX', kick: 'X...X...X...X...' },
    t: { rim: 'x...x.x.x...x.xx', kick: 'o.......o.......', triangle: 'x...............' },
    e: { snare: 'X.......X.......', kick: 'X.......X.......', crash: 'X-------X-------' },
  },
  BAR,
  76,
);

const trumpets = atBars(BAR, { 0: fanfare, 2: tune, [RETURN]: louder(tune, 6), [LAST]: stinger });
const secondTrumpets = atBars(BAR, { 2: second, [RETURN]: louder(second, 8) });
const euphonium = atBars(BAR, { [TRIO]: transposed(parallel(trio, -2, 'Db major', 4), -12) });
const trombones = atBars(BAR, {
  0: transposed(fanfare, -12),
  [RETURN]: blocks,
  [LAST]: transposed(stinger, -12),
});

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
    player('trumpets', 'melody', GM.trumpet, trumpets, mix(96, -0.15, 40), { feel: { timingMs: 7 } }),
    player('second trumpets', 'counter', GM.trumpet, secondTrumpets, mix(80, -0.3, 40), {
      feel: { timingMs: 8 },
    }),
    player('clarinets', 'melody', GM.clarinet, atBars(BAR, { [TRIO]: trio }), mix(96, 0.2, 45), {
      feel: { timingMs: 10 },
    }),
    player('euphonium', 'counter', GM.horn, euphonium, mix(90, -0.2, 45), { feel: { timingMs: 12 } }),
    player('piccolo', 'counter', GM.piccolo, atBars(BAR, { [RETURN]: descant }), mix(80, 0.35, 45)),
    player(
      'alto horns',
      'harmony',
      GM.trombone,
      [...pah, ...atBars(BAR, { [LAST]: lastChord })],
      mix(98, 0.3, 40),
      {
        feel: { timingMs: 6, pushMs: -12 },
      },
    ),
    player('trombones', 'harmony', GM.trombone, trombones, mix(66, 0.1, 40), { feel: { timingMs: 8 } }),
    player('tuba', 'bass', GM.tuba, tuba, mix(108, 0.05, 30), { feel: { timingMs: 7 } }),
    player('drums', 'drums', KITS.standard, battery, mix(102, 0, 40), { feel: { timingMs: 4 } }),
  ],
  sound: { room: 0.5, wet: 0.4, damp: 0.4, loudnessLufs: -15.5, tailSeconds: 2.5 },
};
