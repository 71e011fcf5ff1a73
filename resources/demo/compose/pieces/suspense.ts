/** Orchestral suspense in C minor: a crawling ostinato, horns a semitone wrong, a wedge that opens until it breaks. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, later, louder, repeated, swell, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { bassLine } from '../texture/bass.ts';
import { comp, sustain } from '../texture/comp.ts';
import { drumForm, roll } from '../texture/drums.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Note, Piece } from '../score.ts';

const BAR = 4;
const first = progression('Cm | Cm | Db | Cm | Cm | Abm | F#dim7 | G7b9', BAR);
const second = progression('Ebm | Ebm | E | Ebm | Ebm | Bm | Adim7 | Bb7b9', BAR);
const wedge = progression('F#m | F | Fm | E | Ebm | D | Db | G7b9', BAR);
const harmony = joinHarmony(
  ...[progression('Cm | Cm | Cm | Cm', BAR), first, second, wedge, progression('Cm | Db | Cm | Cm', BAR)],
);
const SECOND = 12;
const WEDGE = 20;
const BREAK = 28;

const crawl = line(`p C3:8! C3 Db3 C3 F#3! C3 Eb3 Db3`, BAR);
const slink = line(`p C3:8! C3 Ab3 G3 F#3! Eb3 Db3 B2`, BAR);
const creeping = [...repeated(crawl, 3, BAR), ...atBars(BAR, { 3: slink })];
const steps = swell(
  atBars(BAR, {
    0: creeping,
    4: creeping,
    8: creeping,
    12: transposed(creeping, 3),
    16: transposed(creeping, 3),
  }),
  0,
  80,
  18,
  50,
);
const plucks = swell(
  atBars(BAR, { 4: creeping, 8: creeping, 12: transposed(creeping, 15), 16: transposed(creeping, 15) }),
  0,
  80,
  2,
  34,
);
const motif = line(
  `mf C4:2. Db4:4 | Eb4:2. Db4:4 | F4:2. Eb4:4 | Eb4:2 C4 | G4:2. Ab4:4 | B4:2. Ab4:4 | C5:2 A4 | B4:2 Ab4:4 F4`,
  BAR,
);
const climb = line(
  `f C#5:2 F#5 | F5 A5 | Ab5 C6 | B5 E6 | ff Eb6 Gb6 | D6 F#6 | F6 Ab6 | G6:4! Ab6! G6! B6!`,
  BAR,
);
const blows = line(`fff C4+G4+C5+Eb5:8!' r r:2. | Db4+Ab4+Db5+F5:8!' r r:2.`, BAR);
const wedgeHands = voiceLead(wedge, { low: 48, high: 66, voices: 4 });
const stabs = comp(wedgeHands, ['X--X--x-'], { stepBeats: 0.5, velocity: 82, gate: 0.8 });

/** Two notes a semitone apart, held for `beats`: cold air. */
const cold = (notes: string, beats: number): Note[] =>
  line(`pp ${notes}:1_`, BAR).map((n) => ({ ...n, length: beats }));
const chill = [...cold('C6+Db6', 15.5), ...later(cold('G5+Ab5', 26), 5 * BAR)];

const horns = atBars(BAR, { 4: motif, [SECOND]: louder(transposed(motif, 3), 14) });
const trombones = atBars(BAR, { [SECOND]: louder(transposed(motif, -9), 8), [WEDGE]: stabs, [BREAK]: blows });
const brass = atBars(BAR, { [WEDGE]: stabs.filter((n) => n.start >= 16), [BREAK]: blows });
const basses = atBars(BAR, {
  [WEDGE]: bassLine(wedge, ['R-R-R-R-'], { stepBeats: 0.5, velocity: 100, low: 30 }),
  [BREAK]: line('fff C2:4! r:2. | Db2:4! r:2. | mf > C2:1_~ | C2:1 p', BAR),
});
const choir = atBars(BAR, { [WEDGE]: sustain(voiceLead(wedge, { low: 55, high: 74, voices: 3 }), 80) });
const timpani = [
  ...roll(43, 18 * BAR, 8, 8, 30, 80),
  ...roll(43, 26 * BAR, 8, 8, 50, 112),
  ...roll(36, 30 * BAR, 6, 6, 70, 22),
];
const battery = drumForm(
  'pppp pppppppp tttttttt dddddddr xy',
  {
    p: { deepKick: 'X.......o.......' },
    t: { deepKick: 'X.....x.X.......', snare: '..............oo' },
    d: { deepKick: 'X..x..x.X..x..x.', snare: 'x.ox.ox.x.ox.oxx' },
    r: { snare: 'oooooooxxxxxxXXX', deepKick: 'X.......X...X.X.' },
    x: { deepKick: 'X...............', crash: 'X---------------' },
    y: { deepKick: 'X...............', crash2: 'X---------------' },
  },
  BAR,
  88,
);

/** Bows and horns speak late: they start before the beat to arrive on it. */
const early = { feel: { timingMs: 7, pushMs: -35 } };

export const suspense: Piece = {
  title: 'Footsteps Under the Ice',
  album: 'winter',
  track: 2,
  seed: 22,
  key: 'C minor',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 132 },
    { start: SECOND * BAR, bpm: 136 },
    { start: WEDGE * BAR, bpm: 142 },
    { start: 30 * BAR, bpm: 120 },
  ],
  mood: { opening: { arousal: 0.35, valence: -0.55 }, closing: { arousal: 0.75, valence: -0.7 } },
  harmony,
  parts: [
    player('low strings', 'bass', GM.strings, steps, mix(118, 0.4, 45), early),
    player(
      'bassoon',
      'bass',
      GM.bassoon,
      steps.filter((n) => n.start >= 8 * BAR),
      mix(66, -0.2, 50),
    ),
    player('pizzicato', 'counter', GM.pizzicato, plucks, mix(88, 0.2, 60), { feel: { timingMs: 6 } }),
    player('cold strings', 'harmony', GM.tremoloStrings, chill, mix(92, -0.4, 80), {
      controls: expression('0:10 14:96 16:30 46:110 80:127'),
    }),
    player(
      'violins',
      'melody',
      GM.tremoloStrings,
      atBars(BAR, { [WEDGE]: climb }),
      mix(104, -0.3, 60),
      early,
    ),
    player('horns', 'melody', GM.horn, horns, mix(108, -0.15, 70), early),
    player('trombones', 'harmony', GM.trombone, trombones, mix(80, 0.25, 60)),
    player('brass', 'harmony', GM.brass, brass, mix(78, -0.05, 60)),
    player('basses', 'bass', GM.contrabass, basses, mix(114, 0.3, 40), early),
    player('tuba', 'bass', GM.tuba, basses, mix(84, 0.1, 50)),
    player('choir', 'harmony', GM.choir, choir, mix(90, 0, 90), {
      controls: expression('80:60 112:120'),
    }),
    player('timpani', 'bass', GM.timpani, timpani, mix(100, 0, 70)),
    player('percussion', 'drums', KITS.orchestra, battery, mix(100, 0, 70)),
  ],
  sound: { room: 0.8, wet: 0.55, damp: 0.35, loudnessLufs: -16.5, tailSeconds: 4.5 },
};
