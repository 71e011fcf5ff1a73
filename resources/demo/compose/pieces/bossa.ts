/** A bossa nova in E flat with the evening's crackle left out: flute, vibraphone, nylon guitar, brushes on the rim. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder } from '../shape/arrange.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { comp, sustain } from '../texture/comp.ts';
import { drums, type DrumBar } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const chorus = progression('Ebmaj9 | Dm7b5 G7b9 | Cm9 | Bbm7 Eb9 | Abmaj9 | Abm6 | Gm7 C7b9 | Fm9 Bb13', BAR);
const harmony = joinHarmony(
  progression('Ebmaj9 | Fm9 Bb13', BAR),
  chorus,
  chorus,
  chorus,
  progression('Ebmaj9 | Abm6 | Ebmaj9 | Ebmaj9', BAR),
);

const theme = line(
  `mp G5:4. F5 D5:4 | C5:4. D5:8 F5:4. Ab5:8 | G5:4. Eb5 D5:4 | Db5:4. F5:8 G5:4. Db5:8 |
   mf C5:4. Eb5 G5:4 | F5:4. Eb5:8 B4:2 | > Bb4:4. D5:8 E5:4. Db5:8 | mp C5:4. Ab4:8 G4:2`,
  BAR,
);
const variation = line(
  `mf r:8 Bb5 G5 F5 D5 F5 G5 Bb5 | Ab5:4. F5:8 B4 D5 F5 Ab5 | G5:4. Eb5 r:8 C5 | Db5 F5 Ab5 Bb5 G5:4. F5:8 |
   Eb5 G5 C6 Bb5 G5:4. Eb5:8 | F5 Eb5 B4 Eb5 Ab5:4. F5:8 | D5 F5 Bb5 G5 E5 Db5 Bb4 G4 | Ab4 C5 Eb5 G5 G5:4. F5:8`,
  BAR,
);
const coda = line(`mp G5:4. F5 D5:4 | B4:4. Eb5:8 F5:2 | p D5:2. Bb4:4 | G5:1`, BAR);

const hands = voiceLead(harmony, { low: 52, high: 70, voices: 4 });
const guitar = comp(hands.slice(0, -1), ['x.xo.x.x', '.x.ox.x.'], {
  stepBeats: 0.5,
  velocity: 62,
  gate: 0.95,
  strumBeats: 0.015,
});
const last = comp(hands.slice(-1), ['x-------'], { stepBeats: 0.5, velocity: 58, gate: 1, strumBeats: 0.09 });
const keys = sustain(voiceLead(joinHarmony(chorus, chorus), { low: 55, high: 74, voices: 3 }), 46);

const bossaA: DrumBar = { rim: 'x..x..x.', hat: 'xoxoxoxo', kick: 'x..ox..o' };
const bossaB: DrumBar = { rim: '..x..x..', hat: 'xoxoxoxo', kick: 'x..ox..o' };
const pair = [bossaA, bossaB];
const turn: DrumBar = { rim: '..x..xx.', hat: 'xoxoxox.', openHat: '.......o', kick: 'x..ox..o' };
const section = [...pair, ...pair, ...pair, bossaA, turn];
const groove = drums(
  [...pair, ...section, ...section, ...section, ...pair, bossaA, { hat: 'x.......', kick: 'x.......' }],
  BAR,
  58,
);

export const bossa: Piece = {
  title: 'Window Seat, Light Rain',
  album: 'shoes',
  track: 2,
  seed: 42,
  key: 'E flat major',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 128 }, ...tempoChange(112, 120, 128, 96)],
  mood: { opening: { arousal: -0.35, valence: 0.5 }, closing: { arousal: -0.4, valence: 0.55 } },
  harmony,
  parts: [
    {
      name: 'flute',
      role: 'melody',
      program: GM.flute,
      notes: atBars(BAR, [2, theme], [18, louder(theme, 5)], [26, coda]),
      feel: { timingMs: 14, pushMs: 10 },
      mix: { volume: 88, pan: 0.15, reverb: 50 },
    },
    {
      name: 'vibraphone',
      role: 'melody',
      program: GM.vibraphone,
      notes: atBars(BAR, [10, variation]),
      feel: { timingMs: 12, pushMs: 8 },
      mix: { volume: 100, pan: -0.2, reverb: 50 },
    },
    {
      name: 'guitar',
      role: 'harmony',
      program: GM.nylonGuitar,
      notes: [...guitar, ...last],
      feel: { timingMs: 7 },
      mix: { volume: 92, pan: -0.3, reverb: 30 },
    },
    {
      name: 'electric piano',
      role: 'harmony',
      program: GM.electricPiano,
      notes: atBars(BAR, [10, keys]),
      feel: { timingMs: 12 },
      mix: { volume: 62, pan: 0.35, reverb: 40, chorus: 50 },
    },
    {
      name: 'bass',
      role: 'bass',
      program: GM.doubleBass,
      notes: bassLine(harmony, ['R--R5--5'], { stepBeats: 0.5, velocity: 66, low: 31 })
        .filter((n) => n.start < 116)
        .concat(line('mp Eb2:1', BAR).map((n) => ({ ...n, start: 116 }))),
      feel: { timingMs: 7 },
      mix: { volume: 100, reverb: 15 },
    },
    {
      name: 'drums',
      role: 'drums',
      program: KITS.jazz,
      notes: groove,
      feel: { timingMs: 5, velocitySpread: 5 },
      mix: { volume: 78, pan: 0.05, reverb: 25 },
    },
  ],
  sound: {
    room: 0.4,
    wet: 0.35,
    damp: 0.5,
    loudnessLufs: -18.5,
    tailSeconds: 3.5,
    colour: 'lowpass=f=11000:p=1',
  },
};
