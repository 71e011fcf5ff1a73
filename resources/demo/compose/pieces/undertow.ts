/** Dark ambient on a B drone: the flat second leans on the root, a cello says three notes and is not answered. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { repeated } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { sustain } from '../texture/comp.ts';
import { vibrato } from '../texture/ornament.ts';
import { progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const harmony = progression(
  'Bm | . | C/B | . | Bm | Gm/Bb | Em/B | F#7/A# | Bm | C/B | Am6/C | F#m/C# | Bm | .',
  BAR,
);

const plea = line(
  `r:1 | mp r:4 F#3 G3:2 | E3:1 | r:1 | r:4 F#3 B3:2 | mf Bb3:2. G3:4 | B3:2 G3 | > A#3:2 F#3 |
   mp B3:2. F#3:4 | E3:2. C3:4 | A3:2 F#3:4 E3 | C#3:1 | p r:4 F#3 D3:2 | pp B2:1`,
  BAR,
);
const tolls = line(
  `mp B1+B2:1 | r:1 | C2+C3:1 | r:1 | B1+B2:1 | r:1 | mf E2+B2:1 | r:1 |
   B1+B2:1 | r:1 | mp C2+C3:1 | r:1 | p B1+B2:1 | r:1`,
  BAR,
);
const bell = line(
  `r:1 | r:1 | p r:2 E5:2 | r:1 | r:1 | r:1 | r:1 | r:2 F#5 | r:1 | r:2 C5:2 | r:1 | r:1 | r:2 B4:2 | r:1`,
  BAR,
);
const drone = line('p B1+F#2:1_', BAR).map((n) => ({ ...n, length: 55 }));
const waves = expression('0:10 6:80 8:50 13:96 16:60 24:110 30:118 36:90 42:104 48:60 56:10');
const bowed = waves.map((c) => ({ ...c, value: Math.min(127, c.value + 30) }));
const pads = sustain(voiceLead(harmony, { low: 47, high: 66, voices: 4 }), 58, 1);
const heartbeat = [
  { start: 0, length: 0.7, pitch: 35, velocity: 58 },
  { start: 0.75, length: 0.7, pitch: 35, velocity: 36 },
];
const farDrum = repeated(heartbeat, 7, 2 * BAR);

export const undertow: Piece = {
  title: 'Undertow',
  album: 'drift',
  track: 2,
  seed: 92,
  key: 'B minor (phrygian)',
  beatsPerBar: BAR,
  tempo: [{ start: 0, bpm: 56 }],
  mood: { opening: { arousal: -0.6, valence: -0.6 }, closing: { arousal: -0.7, valence: -0.65 } },
  harmony,
  parts: [
    player('drone', 'bass', GM.bowedPad, drone, mix(98, 0, 90), {
      controls: expression('0:20 8:90 48:100 56:20'),
    }),
    player('pad', 'harmony', GM.slowStrings, pads, mix(80, -0.3, 110), {
      controls: waves,
      feel: { timingMs: 40 },
    }),
    player(
      'choir',
      'harmony',
      GM.voices,
      pads.filter((n) => n.start >= 16),
      mix(74, 0.3, 120),
      {
        controls: waves,
        feel: { timingMs: 50 },
      },
    ),
    player('cello', 'melody', GM.cello, plea, mix(94, 0.1, 90), {
      controls: [...bowed, ...vibrato(plea, 50)],
      feel: { timingMs: 25 },
    }),
    player('piano', 'bass', GM.piano, tolls, mix(98, -0.1, 110), { feel: { timingMs: 20 } }),
    player('bell', 'counter', GM.tubularBells, bell, mix(74, 0.4, 120), { feel: { timingMs: 30 } }),
    player('far drum', 'drums', KITS.orchestra, farDrum, mix(94, 0, 120)),
  ],
  sound: {
    room: 0.92,
    wet: 0.8,
    damp: 0.4,
    loudnessLufs: -21.5,
    tailSeconds: 6,
    fadeInSeconds: 1,
    fadeOutSeconds: 5,
    colour: 'treble=g=-4:f=4500',
  },
};
