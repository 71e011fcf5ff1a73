/** Warm ambient in D flat: slow chords that share their upper notes, and a bell figure that comes back like light on water. */
import { GM } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, sustain } from '../texture/comp.ts';
import { progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const harmony = progression(
  'Dbmaj9 | . | Gbmaj9 | . | Bbm9 | . | Ab9sus4 | . | Dbmaj9/F | . | Gbmaj7#11 | . | Ab9sus4 | . | Dbmaj9 | .',
  BAR,
);

const bells = line(
  `p r:1 | r:2 Ab5:4 C6 | Db6:1 | r:4 Db6 Bb5 Ab5 | F5:1 | r:2 Ab5:4 C6 | Db6:1 | r:4 Bb5 Ab5 Eb5 |
   mp F5:1 | r:2 Ab5:4 C6 | F6:1 | r:4 Eb6 Db6 Bb5 | p Ab5:1 | r:4 Bb5 Ab5 Eb5 | F5:1 | pp Ab5:1`,
  BAR,
);
const voices = line(
  `pp r:1 | r:1 | r:1 | r:1 | p F4:2. Eb4:4 | Db4:1 | Eb4:2. F4:4 | Bb4:1 |
   mp C5:2. Bb4:4 | Ab4:1 | Bb4:2. Db5:4 | C5:1 | Db5:2. Bb4:4 | Eb4:1 | F4:1_~ | F4:1`,
  BAR,
);

/** A wave for every chord, the highest in the second half. */
const waves = expression(
  '0:30 6:92 8:60 14:98 16:62 22:100 24:66 30:104 32:72 38:116 40:76 46:112 48:70 54:92 56:70 64:14',
);
const pads = sustain(voiceLead(harmony, { low: 53, high: 75, voices: 5 }), 62, 1);
const ripple = arpeggiate(voiceLead(harmony, { low: 60, high: 77, voices: 4 }), {
  pattern: [0, 2, 1, 3, 2, 1],
  stepBeats: 0.5,
  velocity: 44,
  hold: 3,
}).filter((n) => n.start >= 32 && n.start < 60);
const deep = bassLine(harmony, ['R---------------'], { stepBeats: 0.5, velocity: 60, low: 29 });
const glints = louder(transposed(bells, 12), -10).filter((n) => n.pitch < 96);
const shore = [{ start: 0, length: 66, pitch: 60, velocity: 60 }];

export const seaglass: Piece = {
  title: 'Sea Glass, First Light',
  album: 'drift',
  track: 1,
  seed: 91,
  key: 'D flat major',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 63 }],
  mood: { opening: { arousal: -0.8, valence: 0.4 }, closing: { arousal: -0.85, valence: 0.45 } },
  harmony,
  parts: [
    player('pad', 'harmony', GM.warmPad, pads, mix(86, -0.2, 100, 40), {
      controls: waves,
      feel: { timingMs: 30 },
    }),
    player(
      'strings',
      'harmony',
      GM.slowStrings,
      louder(pads, -12).filter((n) => n.start >= 16),
      mix(66, 0.3, 110),
      {
        controls: waves,
      },
    ),
    player('bells', 'melody', GM.electricPiano, atBars(BAR, { 0: bells }), mix(106, 0.2, 110, 50), {
      feel: { timingMs: 25 },
    }),
    player('glints', 'counter', GM.crystal, glints, mix(86, -0.4, 120), {
      feel: { timingMs: 40, pushMs: 120 },
    }),
    player('voices', 'counter', GM.choir, voices, mix(80, -0.05, 120), {
      controls: waves,
      feel: { timingMs: 40 },
    }),
    player('ripple', 'harmony', GM.harp, ripple, mix(88, 0.4, 110), { feel: { timingMs: 25, accent: 2 } }),
    player('deep', 'bass', GM.fretlessBass, deep, mix(96, 0, 60), { feel: { timingMs: 20 } }),
    player('shore', 'effect', GM.seashore, shore, mix(64, 0, 60), {
      controls: expression('0:30 16:110 32:50 48:116 64:40'),
    }),
  ],
  sound: {
    room: 0.9,
    wet: 0.8,
    damp: 0.25,
    loudnessLufs: -22,
    tailSeconds: 6,
    fadeInSeconds: 1.5,
    fadeOutSeconds: 6,
    colour: 'treble=g=-3:f=5000',
  },
};
