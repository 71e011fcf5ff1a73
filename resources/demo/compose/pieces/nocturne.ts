/** Solo piano in C sharp minor: a stairwell motif that falls by step, with a Neapolitan shadow before the dominant. */
import { GM } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, later } from '../shape/arrange.ts';
import { pedal } from '../shape/controls.ts';
import { rubato, tempoChange } from '../shape/tempo.ts';
import { progression } from '../theory/harmony.ts';
import { pitches } from '../theory/pitch.ts';
import type { Note, Piece } from '../score.ts';

const BAR = 4;
const END = 17 * BAR;

const harmony = progression(
  `C#m | C#m | C#m/B | Amaj7 | G#7sus4 G#7 | C#m | F#m6 | D/F# | G#7 |
   E | B/D# | C#m | Amaj7 | F#m7 | C#m/G# G#7 | C#m | C#m`,
  BAR,
);

/** Left hand: a voicing for each half bar, a bar or two to the line. */
const voicings = `
  C#3 G#3 C#4 E4, C#3 G#3 C#4 E4; C#3 G#3 C#4 E4, C#2 G#2 E3 G#3;
  B2 G#3 C#4 E4, B2 G#3 C#4 E4; A2 E3 A3 C#4, A2 E3 G#3 C#4;
  G#2 D#3 F#3 C#4, G#2 D#3 F#3 C4; C#2 G#2 E3 G#3, C#3 G#3 C#4 E4;
  F#2 C#3 A3 D#4, F#2 C#3 A3 D#4; F#2 D3 A3 D4, F#2 D3 A3 D4;
  G#2 D#3 F#3 C4, G#2 F#3 C4 D#4; E2 B2 G#3 B3, E3 B3 E4 G#4;
  D#3 B3 D#4 F#4, D#3 A3 B3 F#4; C#3 G#3 C#4 E4, C#3 G#3 B3 E4;
  A2 E3 G#3 C#4, A2 E3 A3 C#4; F#2 C#3 A3 E4, F#2 C#3 A3 E4;
  G#2 E3 G#3 C#4, G#2 D#3 F#3 C4; C#2 G#2 E3 G#3, C#3 G#3 C#4 E4`;

/** Triplets up and down each voicing, louder on the first, with a rise and fall over the whole piece. */
function rocking(written: string): Note[] {
  const order = [0, 1, 2, 3, 2, 1];
  return written.split(/[,;]/).flatMap((names, half, all) => {
    const tones = pitches(names);
    const arch = 14 * Math.sin((Math.PI * half) / all.length);
    return order.map((index, i) => ({
      start: half * 2 + i / 3,
      length: 0.62,
      pitch: tones[index],
      velocity: Math.round((i === 0 ? 45 : 32) + arch),
    }));
  });
}

const melody = line(
  `r:1 |
   mp r:4 G#4:8 C#5 E5:4 G#5 | G#5:2. F#5:8 E5 | E5:4. D#5:8 C#5:2 | C#5:2 C5:4 r:8 G#4 |
   mf r:8 C#5 E5 G#5 C#6:4. B5:8 | > A5:2. G#5:8 F#5 | mp F#5:4. E5:8 D5:4. A4:8 | C5:4 D#5 < F#5 A5 |
   f G#5:2 B5:4 C#6:8 B5 | B5:4. A5:8 F#5:4 B5:4 | E5+E6:4. D#5+D#6:8 C#5+C#6:2 | > C#6:4 B5:8 A5 E5:2 |
   mf A5:4. G#5:8 F#5:4 E5 | > E5:4. C#5:8 D#5:4 C5 | p C#5:1 | r:1`,
  BAR,
);

/** The last chord, rolled from the bottom. */
const lowRoll = line('pp C#2+G#2:1', BAR);
const highRoll = [...later(line('pp E4:1', BAR), 0.12), ...later(line('pp G#4+C#5:1', BAR), 0.24)];

const rightHand = atBars(BAR, { 0: melody, 16: highRoll });
const leftHand = atBars(BAR, { 0: rocking(voicings), 16: lowRoll });
const feet = pedal(harmony, END + 6);

export const nocturne: Piece = {
  title: 'Nocturne for an Empty Stairwell',
  album: 'rooms',
  track: 1,
  seed: 11,
  key: 'C sharp minor',
  beatsPerBar: BAR,
  tempo: [...rubato(0, 56, 66, 16, 0.09), ...tempoChange(56, 64, 62, 40), { start: 64, bpm: 40 }],
  mood: { opening: { arousal: -0.5, valence: -0.45 }, closing: { arousal: -0.6, valence: -0.5 } },
  harmony,
  parts: [
    player('right hand', 'melody', GM.piano, rightHand, mix(112, 0.12, 60), {
      feel: { timingMs: 12, velocitySpread: 4, accent: 3 },
      controls: feet,
    }),
    player('left hand', 'harmony', GM.piano, leftHand, mix(92, -0.12, 60), {
      feel: { timingMs: 10, velocitySpread: 3, accent: 2 },
      controls: feet,
    }),
  ],
  sound: {
    room: 0.72,
    wet: 0.55,
    damp: 0.35,
    loudnessLufs: -20.5,
    tailSeconds: 5,
    colour: 'treble=g=-2:f=5000',
  },
};
