/** From grief to joy: a theme for lonely piano in D minor finds the orchestra and D major. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, between, later, louder, transposed } from '../shape/arrange.ts';
import { expression, pedal } from '../shape/controls.ts';
import { rubato, tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, comp, sustain } from '../texture/comp.ts';
import { crashing, drumForm, roll, type DrumBar } from '../texture/drums.ts';
import { vibrato } from '../texture/ornament.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const minor = progression('Dm | Bb | Gm | A7 | Dm/F | Gm7 | Bb A7 | Dm', BAR);
const turn = progression('Bbmaj7 | C | Bb/D C/E | A7sus4 A7', BAR);
const strain1 = progression('D | G | Em | A | D/F# | G | Em7 A7 | D', BAR);
const strain2 = progression('D | Bm | G | A | D/F# | G | Em7 A7 | D | D', BAR);
const major = joinHarmony(strain1, strain2);
const harmony = joinHarmony(minor, turn, major);
const TURN = 8;
const MAJOR = 12;
const SECOND = 20;
const LAST = 28;

const grief = line(
  `mp D5:4 E5 F5 A5 | > A5:4. G5:8 F5:2 | G5:4 F5 D5 Bb4 | p A4:2. C#5:4 |
   mp D5:4 E5 < F5 A5 | mf Bb5:4. A5:8 G5:4 > F5 | F5:4 D5 E5 C#5 | p D5:1`,
  BAR,
);
const lament = line(`p A3:2 F3 | Bb3:2. G3:4 | F3:2 E3 | > D3:1 pp`, BAR);
const rising = line('mp < D5:4 E5 F5:2 | E5:4 F5 G5:2 | F5:4 G5 G5 C6 | f D6:2 C#6', BAR);
const joy = line(
  `f D5:4! E5 F#5 A5 | B5:4. A5:8 G5:2 | G5:4 F#5 E5 B4 | C#5:2. E5:4 |
   D5:4! E5 F#5 A5 | B5:4. C#6:8 D6:2 | B5:4 G5 A5 E5 | F#5:2. A5:4 |
   ff D6:4.! C#6:8 D6:4 A5 | B5:4. A5:8 F#5:2 | G5:4 A5 B5 D6 | C#6:2. A5:4 |
   D6:4! E6 F#6 D6 | B5:4. C#6:8 D6:2 | E6:4 D6 C#6 A5 | D6:1~ | D6:1`,
  BAR,
);
const fanfare = transposed(later(between(joy, 32, 68), -32), -12);
const underneath = line(
  `mf F#4:2 A4 | G4:2 B4 | B4:2 G4 | E4:2. G4:4 | A4:2 F#4:4 A4 | B4:2 D5 | B4:2 C#5 | D5:2. A4:4`,
  BAR,
);
const kettles = line(
  `f D2:4! r:2. | r:1 | r:1 | A2:4 r:2. | D2:4! r:2. | r:1 | r:2 A2:4 A2 | D2:4! r A2:8 A2 A2 A2`,
  BAR,
);

const left = arpeggiate(voiceLead(minor, { low: 45, high: 62, voices: 3 }), {
  pattern: [0, 1, 2, 1],
  stepBeats: 0.5,
  velocity: 46,
  hold: 2,
});
const lowRoots = bassLine(minor, ['R-------'], { stepBeats: 0.5, velocity: 50, low: 31 });
const rich = voiceLead(major, { low: 55, high: 76, voices: 4 });
const strings = [
  ...sustain(voiceLead(minor, { low: 50, high: 69, voices: 3 }), 60).filter((n) => n.start >= 16),
  ...later(sustain(voiceLead(turn, { low: 52, high: 74, voices: 4 }), 76), TURN * BAR),
  ...later(sustain(rich, 80), MAJOR * BAR),
];
const sparkle = arpeggiate(voiceLead(major.slice(0, -1), { low: 62, high: 79, voices: 3 }), {
  pattern: [0, 1, 2, 3, 2, 1, 2, 1],
  stepBeats: 0.25,
  velocity: 62,
  hold: 1.5,
});
const stabs = comp(voiceLead(strain2.slice(0, -1), { low: 50, high: 66, voices: 3 }), ['X-x-X-x-'], {
  stepBeats: 0.5,
  velocity: 76,
  gate: 0.7,
});
const basses = atBars(BAR, {
  [TURN]: bassLine(turn, ['R-------'], { stepBeats: 0.5, velocity: 76, low: 36 }),
  [MAJOR]: bassLine(major.slice(0, -1), ['R---5-R-', 'R-R-5-5-'], { stepBeats: 0.5, velocity: 90, low: 36 }),
  [LAST]: line('ff D2:1_', BAR),
});

const lower = basses.filter((n) => n.pitch >= 40).map((n) => ({ ...n, pitch: n.pitch - 12 }));

const light: DrumBar = {
  deepKick: 'X.......X.......',
  snare: '....x..o....x.oo',
  tambourine: '..x...x...x...x.',
};
const full: DrumBar = {
  deepKick: 'X.....x.X.....x.',
  snare: 'o...X..oo...X.oo',
  tambourine: 'o.x.o.x.o.x.o.x.',
};
const battery = drumForm(
  'LlllLllf FuuuFuuf e',
  {
    l: light,
    L: crashing(light),
    u: full,
    F: crashing(full),
    f: { deepKick: 'X.......X...X...', snare: 'x.xxx.xxxxxxXXXX' },
    e: { deepKick: 'X...............', crash: 'X---------------' },
  },
  BAR,
  78,
  MAJOR,
);
const timpani = [
  ...roll(45, 44, 4, 8, 40, 100),
  ...atBars(BAR, { [MAJOR]: kettles, [SECOND]: louder(kettles, 10), [LAST]: line('ff D2:4!', BAR) }),
];

const piano = atBars(BAR, { 0: grief, [TURN]: rising, [MAJOR]: louder(joy, -12) });
const violins = atBars(BAR, { [TURN]: louder(rising, 4), [MAJOR]: joy });
const horns = atBars(BAR, { [MAJOR]: underneath, [SECOND]: stabs });
const bells = louder(
  later(joy, MAJOR * BAR).filter((n) => n.start >= SECOND * BAR && n.start % 1 === 0),
  -22,
);
const swells = expression('16:24 30:68 34:56 48:118 116:120');

/** Bows and horns speak late: they start before the beat to arrive on it. */
const early = { feel: { timingMs: 7, pushMs: -30 } };

export const thaw: Piece = {
  title: 'Thaw',
  album: 'winter',
  track: 3,
  seed: 23,
  key: 'D minor to D major',
  beatsPerBar: BAR,
  tempo: [
    ...rubato(0, 32, 74, 16, 0.06),
    ...tempoChange(32, 48, 74, 116),
    { start: 48, bpm: 118 },
    ...tempoChange(108, 112, 118, 96),
  ],
  mood: { opening: { arousal: -0.5, valence: -0.5 }, closing: { arousal: 0.6, valence: 0.75 } },
  harmony,
  parts: [
    player('piano', 'melody', GM.piano, piano, mix(120, 0, 60), {
      feel: { timingMs: 10 },
      controls: pedal(harmony, 118),
    }),
    player('left hand', 'harmony', GM.piano, [...left, ...lowRoots], mix(110, -0.1, 60), {
      feel: { timingMs: 10, accent: 2 },
      controls: pedal(minor, 33),
    }),
    player('solo cello', 'counter', GM.cello, atBars(BAR, { 4: lament }), mix(106, 0.3, 75), {
      controls: vibrato(later(lament, 16)),
    }),
    player('strings', 'harmony', GM.strings, strings, mix(74, 0.25, 75), { controls: swells }),
    player('violins', 'counter', GM.strings, violins, mix(84, -0.35, 65), early),
    player(
      'trumpets',
      'counter',
      GM.trumpet,
      atBars(BAR, { [SECOND]: louder(fanfare, -4) }),
      mix(78, 0.15, 60),
    ),
    player('horns', 'counter', GM.horn, horns, mix(80, -0.1, 65), early),
    player('harp', 'harmony', GM.harp, atBars(BAR, { [MAJOR]: sparkle }), mix(90, 0.4, 60)),
    player('glockenspiel', 'counter', GM.glockenspiel, bells, mix(70, 0.3, 70)),
    player('cellos', 'bass', GM.cello, basses, mix(104, 0.35, 50), early),
    player('basses', 'bass', GM.contrabass, lower, mix(84, 0.45, 50), early),
    player('timpani', 'bass', GM.timpani, timpani, mix(88, 0, 65)),
    player('percussion', 'drums', KITS.orchestra, battery, mix(86, 0, 60)),
  ],
  sound: { room: 0.75, wet: 0.55, damp: 0.35, loudnessLufs: -17, tailSeconds: 4.5 },
};
