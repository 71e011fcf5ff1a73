/** A jig in G: two strains of eight bars, a darker third in E dorian, and home with the whole room playing. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { comp, sustain } from '../texture/comp.ts';
import { drumForm } from '../texture/drums.ts';
import { withCuts } from '../texture/ornament.ts';
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
const last = line(`ff G4:8! B4 D5 G5! B5 A5 | G5:4.! D5+G5:4.!_`, BAR);

const A = progression('G | G | C | D | G | Em | Am D7 | G', BAR);
const B = progression('G | D | Em | C | G | D | C D | G', BAR);
const C = progression('Em | D | Em | Bm | C | D | Em D | Em', BAR);
const harmony = joinHarmony(A, A, B, B, C, C, A, B, progression('G | G', BAR));

const fiddle = withCuts(
  atBars(BAR, {
    0: strainA,
    8: strainA,
    16: strainB,
    24: louder(strainB, 6),
    40: strainC,
    48: louder(strainA, 10),
    56: louder(strainB, 10),
    64: last,
  }),
  'G major',
  1.5,
);
const whistle = atBars(BAR, {
  8: transposed(strainA, 12),
  24: parallel(strainB, -2, 'G major', 6),
  32: transposed(strainC, 12),
  48: transposed(strainA, 12),
  56: parallel(strainB, -2, 'G major', 4),
  64: transposed(last, 12).slice(0, 7),
});

/** The banjo picks along where the fiddle wants company. */
const banjo = atBars(BAR, { 16: strainB, 24: strainB, 40: strainC, 48: strainA, 56: strainB, 64: last });

const hands = voiceLead(harmony, { low: 50, high: 69, voices: 4 });
const strums = comp(hands.slice(0, -2), ['X.oxox', 'X.ox.o'], {
  stepBeats: 0.5,
  velocity: 68,
  gate: 0.98,
  strumBeats: 0.025,
});
const lastStrum = comp(hands.slice(-2), ['X.oX--------'], {
  stepBeats: 0.5,
  velocity: 74,
  gate: 1,
  strumBeats: 0.03,
});
const squeeze = sustain(voiceLead(harmony, { low: 55, high: 72, voices: 3 }), 60).filter(
  (n) => n.start >= 96,
);
const bellows = expression('96:50 118:96 120:60 142:104 144:80 168:96 192:112 198:100');
const bass = bassLine(harmony, ['R--5.R', 'R--5-5'], { stepBeats: 0.5, velocity: 78, low: 31 });

const skin = drumForm(
  `sssssssf dddddddf dddddddf ssssssSf dddddddf DdddDddf DdddDddf de`,
  {
    s: { lowConga: 'X..x..', muteConga: '..o.oo' },
    S: { lowConga: 'X..x..', muteConga: '.oo.oo', tambourine: '...x..' },
    d: { lowConga: 'X.ox.o', muteConga: '.oo.oo', tambourine: '...x..' },
    D: { lowConga: 'X.oX.o', muteConga: '.oo.oo', tambourine: 'x..x.x' },
    f: { lowConga: 'X.xX.x', openConga: '.x..xx', tambourine: '...xxx' },
    e: { lowConga: 'X..X..', tambourine: 'x..x..' },
  },
  BAR,
  74,
  8,
);

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
    player('fiddle', 'melody', GM.fiddle, fiddle, mix(104, -0.2, 45), {
      feel: { timingMs: 7, pushMs: -22, velocitySpread: 5 },
    }),
    player('whistle', 'counter', GM.recorder, whistle, mix(76, 0.3, 50), { feel: { timingMs: 7 } }),
    player('banjo', 'counter', GM.banjo, banjo, mix(78, -0.45, 30), { feel: { timingMs: 5 } }),
    player('guitar', 'harmony', GM.steelGuitar, [...strums, ...lastStrum], mix(86, 0.35, 35)),
    player('accordion', 'harmony', GM.accordion, squeeze, mix(100, -0.4, 40), { controls: bellows }),
    player(
      'bass',
      'bass',
      GM.doubleBass,
      bass.filter((n) => n.start >= 24),
      mix(98, 0, 25),
    ),
    player('bodhran', 'drums', KITS.standard, skin, mix(110, 0.05, 35), { feel: { velocitySpread: 7 } }),
  ],
  sound: { room: 0.45, wet: 0.4, damp: 0.4, loudnessLufs: -15, tailSeconds: 3 },
};
