/** From calm to storm: a flute tune over a picked guitar in A major; the same three notes return in A minor as thunder. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, swell, transposed } from '../shape/arrange.ts';
import { expression } from '../shape/controls.ts';
import { tempoChange } from '../shape/tempo.ts';
import { bassLine } from '../texture/bass.ts';
import { arpeggiate, comp, sustain } from '../texture/comp.ts';
import { drumForm, roll } from '../texture/drums.ts';
import { vibrato } from '../texture/ornament.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { voiceLead } from '../theory/voicing.ts';
import type { Piece } from '../score.ts';

const BAR = 4;
const calm = progression('Aadd9 | Aadd9 | A | C#m | D | E | F#m | D | Bm7 E | A', BAR);
const clouds = progression('Am | F | Dm | E7b9', BAR);
const storm = progression('Am | Am | F | F | Dm | E | Am | Am/G | F | Dm | Bb | E7 | Am | Am', BAR);
const harmony = joinHarmony(calm, clouds, storm);
const CLOUDS = 10;
const STORM = 14;
const LAST = 27;

const tune = line(
  `mp C#5:4. D5:8 E5:2 | G#5:4. F#5:8 E5:2 | F#5:4. E5:8 D5:4 F#5 | E5:2. r:8 E5 |
   mf A5:4. G#5:8 F#5:4 C#5 | D5:4. E5:8 F#5:4 A5 | F#5:4. D5:8 E5:4. B4:8 | > A4:2. r:4 p`,
  BAR,
);
const darkening = line(`p r:1 | < C5:4. D5:8 E5:2 | F5:4. E5:8 D5:4 F5 | f G#5:2. B5:4`, BAR);
const thunder = line(
  `ff C5:4.! D5:8! E5:2! | A5:4.! G#5:8 A5:4 E5 | F5:4.! E5:8 C5:2 | A4:8 C5 F5 A5 C6:4 A5 |
   F5:4.! G5:8! A5:2! | G#5:4. F5:8 E5:4 B4 | C5:4.! D5:8! E5:4 A5 | C6:4. B5:8 A5:2 |
   fff C6:4.! A5:8 F5:4 A5 | D6:4.! C6:8 A5:4 F5 | D6:2! Bb5:4 F5 | E5:8! G#5 B5 D6 B5:2! |
   C6:4.! B5:8! A5:2! | A5:4! r:2.`,
  BAR,
);

const picking = swell(
  arpeggiate(voiceLead(calm, { low: 52, high: 71, voices: 4 }), {
    pattern: [0, 2, 1, 3, 2, 1, 3, 2],
    stepBeats: 0.5,
    velocity: 60,
    ring: true,
  }),
  0,
  40,
  -2,
  6,
);
const stormHands = voiceLead(storm, { low: 50, high: 70, voices: 4 });
const shiver = atBars(BAR, {
  [CLOUDS]: sustain(voiceLead(clouds, { low: 52, high: 74, voices: 4 }), 74),
  [STORM]: sustain(stormHands, 84),
});
const sawing = comp(voiceLead(storm.slice(0, -1), { low: 43, high: 60, voices: 2 }), ['X.xxX.xxX.xxX.xx'], {
  stepBeats: 0.25,
  velocity: 84,
  gate: 0.95,
});
const gentleBass = bassLine(calm, ['R---5-R-'], { stepBeats: 0.5, velocity: 62, low: 33 });
const heavyBass = atBars(BAR, {
  [CLOUDS]: bassLine(clouds, ['R-------'], { stepBeats: 0.5, velocity: 84, low: 28 }),
  [STORM]: bassLine(storm.slice(0, -1), ['R-R-R-R-'], { stepBeats: 0.5, velocity: 100, low: 28 }),
  [LAST]: line('fff A1:1!', BAR),
});
const timpani = [
  ...roll(45, CLOUDS * BAR + 4, 12, 8, 24, 92),
  ...atBars(BAR, { [LAST]: line('fff A2:4!', BAR) }),
];
const battery = drumForm(
  'bggg bggg bbbs be',
  {
    g: { floorTom: 'X..xX..xX.x.X.xx', kick: 'X.......X.......', snare: '........x.......' },
    b: {
      floorTom: 'X.xxX.xxX.xxXxxx',
      kick: 'X...X...X...X...',
      crash: 'X...............',
      snare: '....x.......x.xx',
    },
    s: { snare: 'xxxxxxxxXXXXXXXX', kick: 'X...X...X.X.X.X.' },
    e: { kick: 'X...............', crash: 'X---------------', floorTom: 'X...............' },
  },
  BAR,
  92,
  STORM,
);

const flute = atBars(BAR, { 2: tune, [CLOUDS]: darkening });
const horns = atBars(BAR, { [STORM]: thunder });
const violins = atBars(BAR, { [STORM]: louder(transposed(thunder, 12), -8) });

/** Bows speak late: they start before the beat to arrive on it. */
const early = { feel: { timingMs: 7, pushMs: -35 } };

export const weather: Piece = {
  title: 'The Weather Turns',
  album: 'hearth',
  track: 2,
  seed: 32,
  key: 'A major to A minor',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 90 },
    ...tempoChange(CLOUDS * BAR, STORM * BAR, 88, 138),
    { start: STORM * BAR, bpm: 140 },
  ],
  mood: { opening: { arousal: -0.45, valence: 0.55 }, closing: { arousal: 0.75, valence: -0.6 } },
  harmony,
  parts: [
    player('guitar', 'harmony', GM.steelGuitar, picking, mix(112, -0.2, 45), { feel: { timingMs: 10 } }),
    player('flute', 'melody', GM.flute, flute, mix(98, 0.2, 70), {
      feel: { timingMs: 14 },
      controls: vibrato(flute, 40),
    }),
    player(
      'mellow bass',
      'bass',
      GM.fretlessBass,
      gentleBass.filter((n) => n.start >= 8),
      mix(92, 0, 30),
    ),
    player('tremolo', 'harmony', GM.tremoloStrings, shiver, mix(80, 0.3, 70), {
      controls: expression('40:30 56:112 104:127'),
    }),
    player('violins', 'counter', GM.strings, violins, mix(92, -0.35, 60), early),
    player('horns', 'melody', GM.brass, horns, mix(84, 0.1, 60)),
    player('cellos', 'harmony', GM.cello, atBars(BAR, { [STORM]: sawing }), mix(122, 0.4, 40), early),
    player('basses', 'bass', GM.contrabass, heavyBass, mix(108, 0.2, 40), early),
    player('timpani', 'bass', GM.timpani, timpani, mix(104, 0, 60)),
    player('drums', 'drums', KITS.power, battery, mix(84, 0, 45)),
  ],
  sound: { room: 0.65, wet: 0.5, damp: 0.35, loudnessLufs: -16.5, tailSeconds: 4.5 },
};
