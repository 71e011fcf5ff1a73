/** Warm ambient in D flat: slow chords that share their upper notes, and a bell figure that comes back like light on water. */
import { GM } from '../gm.ts';
import { line } from '../notation/line.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
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
const voice = line(
  `pp r:1 | r:1 | r:1 | r:1 | p F4:2. Eb4:4 | Db4:1 | Eb4:2. F4:4 | Bb4:1 | mp C5:2. Bb4:4 | Ab4:1 | Bb4:2. Db5:4 | C5:1 | Db5:2. Bb4:4 | Eb4:1 | F4:1_~ | F4:1`,
  BAR,
);
const swells = expression(
  [0, 30],
  [6, 92],
  [8, 60],
  [14, 98],
  [16, 62],
  [22, 100],
  [24, 66],
  [30, 104],
  [32, 72],
  [38, 116],
  [40, 76],
  [46, 112],
  [48, 70],
  [54, 92],
  [56, 70],
  [64, 14],
);
const pads = voiceLead(harmony, { low: 53, high: 75, voices: 5 });
const ripple = arpeggiate(voiceLead(harmony, { low: 60, high: 77, voices: 4 }), {
  pattern: [0, 2, 1, 3, 2, 1],
  stepBeats: 0.5,
  velocity: 36,
  hold: 3,
});
const floor = harmony.map((s) => ({
  start: s.start,
  length: s.length * 0.98,
  pitch: 24 + s.chord.bass + (s.chord.bass < 4 ? 12 : 0),
  velocity: 58,
}));

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
    {
      name: 'pad',
      role: 'harmony',
      program: GM.warmPad,
      notes: sustain(pads, 66, 1),
      controls: swells,
      feel: { timingMs: 30 },
      mix: { volume: 92, pan: -0.2, reverb: 100, chorus: 40 },
    },
    {
      name: 'strings',
      role: 'harmony',
      program: GM.slowStrings,
      notes: sustain(pads, 50, 1).filter((n) => n.start >= 16),
      controls: swells,
      mix: { volume: 60, pan: 0.3, reverb: 110 },
    },
    {
      name: 'bells',
      role: 'melody',
      program: GM.electricPiano,
      notes: atBars(BAR, [0, bells]),
      feel: { timingMs: 25 },
      mix: { volume: 96, pan: 0.2, reverb: 110, chorus: 50 },
    },
    {
      name: 'glints',
      role: 'counter',
      program: GM.crystal,
      notes: louder(transposed(bells, 12), -22).filter((n) => n.pitch < 96),
      feel: { timingMs: 40, pushMs: 120 },
      mix: { volume: 60, pan: -0.4, reverb: 120 },
    },
    {
      name: 'voices',
      role: 'counter',
      program: GM.choir,
      notes: voice,
      controls: swells,
      feel: { timingMs: 40 },
      mix: { volume: 66, pan: -0.05, reverb: 120 },
    },
    {
      name: 'ripple',
      role: 'harmony',
      program: GM.harp,
      notes: ripple.filter((n) => n.start >= 32 && n.start < 60),
      feel: { timingMs: 25, accent: 2 },
      mix: { volume: 66, pan: 0.4, reverb: 110 },
    },
    {
      name: 'deep',
      role: 'bass',
      program: GM.fretlessBass,
      notes: floor,
      feel: { timingMs: 20 },
      mix: { volume: 78, reverb: 60 },
    },
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
