/** A bossa nova in E flat: flute, vibraphone, nylon guitar, and a stick on the rim as light as rain. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder } from '../shape/arrange.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { comp, sustain } from '../texture/comp.ts';
import { drumForm } from '../texture/drums.ts';
import { vibrato } from '../texture/ornament.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const chorus = progression('Ebmaj9 | Dm7b5 G7b9 | Cm9 | Bbm7 Eb9 | Abmaj9 | Abm6 | Gm7 C7b9 | Fm9 Bb13', BAR);
const ending = progression('Ebmaj9 | Abm6 | Ebmaj9 | Ebmaj9', BAR);
const harmony = joinHarmony(progression('Ebmaj9 | Fm9 Bb13', BAR), chorus, chorus, chorus, ending);
const SECOND = 10;
const THIRD = 18;
const CODA = 26;

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
/** The vibraphone's answers, in the rests of the returning tune. */
const answers = line(
  `mp r:2. Bb4:8 D5 | r:1 | r:2. G4:8 Bb4 | r:1 | r:2. Eb5:8 C5 | r:2 r:8 Ab4 B4 Eb5 | r:1 | r:2 D5:8 F5 Ab5 C6`,
  BAR,
);
const farewell = line(`mp G5:4. F5 D5:4 | B4:4. Eb5:8 F5:2 | p D5:2. Bb4:4 | G5:1`, BAR);

const hands = voiceLead(harmony, { low: 52, high: 70, voices: 4 });
const guitar = [
  ...comp(hands.slice(0, -1), ['x.xo.x.x', '.x.ox.x.'], {
    stepBeats: 0.5,
    velocity: 62,
    gate: 0.95,
    strumBeats: 0.015,
  }),
  ...comp(hands.slice(-1), ['x-------'], { stepBeats: 0.5, velocity: 58, gate: 1, strumBeats: 0.09 }),
];
const keys = sustain(voiceLead(joinHarmony(chorus, chorus), { low: 55, high: 74, voices: 3 }), 48);
const bass = [
  ...bassLine(harmony.slice(0, -1), ['R--R5--5'], { stepBeats: 0.5, velocity: 66, low: 31 }),
  ...atBars(BAR, { [CODA + 3]: line('mp Eb2:1', BAR) }),
];

const groove = drumForm(
  'ab abababat abababat abababat abae',
  {
    a: { rim: 'x..x..x.', hat: 'xoxoxoxo', kick: 'x..ox..o' },
    b: { rim: '..x..x..', hat: 'xoxoxoxo', kick: 'x..ox..o' },
    t: { rim: '..x..xx.', hat: 'xoxoxox.', openHat: '.......o', kick: 'x..ox..o' },
    e: { hat: 'x.......', kick: 'x.......' },
  },
  BAR,
  62,
);

const flute = atBars(BAR, { 2: theme, [THIRD]: louder(theme, 5), [CODA]: farewell });
const vibes = atBars(BAR, { [SECOND]: variation, [THIRD]: louder(answers, -8) });

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
    player('flute', 'melody', GM.flute, flute, mix(88, 0.15, 50), {
      feel: { timingMs: 14, pushMs: 10 },
      controls: vibrato(flute, 36),
    }),
    player('vibraphone', 'melody', GM.vibraphone, vibes, mix(118, -0.2, 50), {
      feel: { timingMs: 12, pushMs: 8 },
    }),
    player('guitar', 'harmony', GM.nylonGuitar, guitar, mix(90, -0.3, 30), { feel: { timingMs: 7 } }),
    player(
      'electric piano',
      'harmony',
      GM.electricPiano,
      atBars(BAR, { [SECOND]: keys }),
      mix(70, 0.35, 40, 50),
    ),
    player('bass', 'bass', GM.doubleBass, bass, mix(98, 0, 15), { feel: { timingMs: 7 } }),
    player('drums', 'drums', KITS.jazz, groove, mix(118, 0.05, 25), {
      feel: { timingMs: 5, velocitySpread: 5 },
    }),
  ],
  sound: {
    room: 0.4,
    wet: 0.35,
    damp: 0.5,
    loudnessLufs: -18.5,
    tailSeconds: 3.5,
    colour: 'lowpass=f=12000:p=1',
  },
};
