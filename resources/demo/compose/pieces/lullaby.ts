/** A music-box lullaby in F: an eight-bar rocking tune, sung again over strings with the minor fourth degree's sigh. */
import { GM } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, later, louder, transposed } from '../shape/arrange.ts';
import { expression, pedal } from '../shape/controls.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, sustain } from '../texture/comp.ts';
import { progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 3;

const harmony = progression(
  `F | Fmaj7 |
   F | Dm7 | Bb | C7 | F/A | Dm7 | Gm7 | C7sus4 . C7 |
   F | F7/Eb | Bb/D | Bbm6/Db | F/C | Dm7 | Gm7 . C7 | F |
   Bb | Bbm6 | F/A | Dm7 | Gm7 | C7 | F | F`,
  BAR,
);

const tune = line(
  `mp A5:2 F5:4 | A5:4 G5 F5 | D6:2 Bb5:4 | G5:2 E5:4 | A5:2 C6:4 | F5:4 G5 A5 | Bb5:4. A5:8 G5:4 | C5:2 E5:4`,
  BAR,
);
const answer = line(
  `mp A5:2 F5:4 | A5:4 G5 F5 | < D6:2 F6:4 | mf F6:4 Db6 Bb5 | > A5:2 C6:4 | mp D6:4 C6 A5 | G5:4 Bb5 E5 | F5:2.`,
  BAR,
);
const farewell = line(
  `p D6:2 F6:4 | Db6:2 Bb5:4 | A5:2 C6:4 | F5:4 G5 A5 | pp Bb5:4. A5:8 G5:4 | E5:2 G5:4 | F5:2. | F6:2.`,
  BAR,
);

const hands = voiceLead(harmony, { low: 53, high: 74, voices: 3 });
const rocking = arpeggiate(hands.slice(0, -2), {
  pattern: [0, 1, 2, 1, 2, 1],
  stepBeats: 0.5,
  velocity: 46,
  hold: 2,
});
/** The harp's goodbye: one slow chord, plucked upwards. */
const goodbye = ['F3', 'C4', 'F4', 'A4', 'C5'].flatMap((p, i) => later(line(`pp ${p}:2.`, BAR), i * 0.18));
const harp = atBars(BAR, { 0: rocking, 24: goodbye });
const box = atBars(BAR, { 2: tune, 10: answer, 18: farewell });
const celesta = atBars(BAR, { 10: louder(transposed(answer, -12), -12) });
const strings = sustain(voiceLead(harmony.slice(11), { low: 52, high: 72, voices: 4 }), 58);
const basses = bassLine(harmony, ['R-----'], { stepBeats: 0.5, velocity: 50, low: 36 });
const bows = expression('0:40 30:50 42:96 54:70 66:60 78:24');

export const lullaby: Piece = {
  title: 'Lullaby for a Tin Moon',
  album: 'rooms',
  track: 2,
  seed: 12,
  key: 'F major',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 94 },
    ...tempoChange(50, 54, 94, 86),
    { start: 54, bpm: 92 },
    ...tempoChange(64, 78, 90, 54),
  ],
  mood: { opening: { arousal: -0.6, valence: 0.5 }, closing: { arousal: -0.75, valence: 0.45 } },
  harmony,
  parts: [
    player('music box', 'melody', GM.musicBox, box, mix(110, 0.1, 70), { feel: { timingMs: 9 } }),
    player('celesta', 'counter', GM.celesta, celesta, mix(84, -0.25, 70), { feel: { timingMs: 14 } }),
    player('harp', 'harmony', GM.harp, harp, mix(104, -0.2, 60), {
      feel: { timingMs: 10 },
      controls: pedal(harmony, 80),
    }),
    player('strings', 'harmony', GM.slowStrings, strings, mix(74, 0.15, 80), { controls: bows }),
    player('basses', 'bass', GM.contrabass, basses.slice(11), mix(100, 0.3, 60), { controls: bows }),
  ],
  sound: { room: 0.7, wet: 0.55, damp: 0.3, loudnessLufs: -21.5, tailSeconds: 5 },
};
