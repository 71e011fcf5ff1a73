/** Metal in E: a galloping phrygian riff, a chorus led by twin guitars, a breakdown in half time, a solo, and the riff again. */
import { GM, KITS } from '../gm.ts';
import { line } from '../notation/line.ts';
import { mix, player } from '../player.ts';
import { atBars, louder, transposed } from '../shape/arrange.ts';
import { crashing, drumForm, type DrumBar } from '../texture/drums.ts';
import { vibrato } from '../texture/ornament.ts';
import { joinHarmony, progression } from '../theory/harmony.ts';
import { parallel } from '../theory/scale.ts';
import type { Note, Piece } from '../score.ts';

const BAR = 4;
const riffChords = progression('Em | Em | Em | Em', BAR);
const anthem = progression('Em | C | G | D | Em | C | Am | B', BAR);
const wreck = progression('Em | F | Em . . F | Bb B', BAR);
const harmony = joinHarmony(
  ...[riffChords, riffChords, riffChords, anthem, wreck, wreck, anthem, riffChords, progression('Em', BAR)],
);
const ANTHEM = 12;
const WRECK = 20;
const SOLO = 28;
const LAST = 40;

const riff = line(
  `ff E2:8'! E2:16' E2' E2:8' E2:16' E2' F2+C3:8! E2' G2+D3! E2' | E2:8'! E2:16' E2' E2:8' E2:16' E2' Bb2+F3:4! A2+E3! |
   E2:8'! E2:16' E2' E2:8' E2:16' E2' F2+C3:8! E2' G2+D3! E2' | E2:8'! E2:16' E2' E2:8' E2:16' E2' G2+D3:8! F2+C3! E2+B2:4!`,
  BAR,
);
/** One bar of a power chord, driven in eighths. */
const drive = (chord: string): string =>
  `${chord}:4! ${chord}:8 ${chord} ${chord}:8! ${chord} ${chord} ${chord}`;
const roots = 'E2+B2+E3 C3+G3+C4 G2+D3+G3 D3+A3+D4 E2+B2+E3 C3+G3+C4 A2+E3+A3 B2+F#3+B3';
const chorus = line(`ff ${roots.split(' ').map(drive).join(' | ')}`, BAR);
const breakdown = line(
  `fff E2+B2+E3:2! r:8 E2' E2' E2' | F2+C3+F3:2! r:8 F2' F2' F2' | E2+B2+E3:4.! G2+D3! F2+C3:4! | Bb2+F3+Bb3:2! B2+F#3+B3!`,
  BAR,
);
const lastChord = line('fff E2+B2+E3:1!_', BAR).map((n) => ({ ...n, length: 7 }));
const guitar = atBars(BAR, {
  0: riff,
  4: riff,
  8: riff,
  [ANTHEM]: chorus,
  [WRECK]: breakdown,
  [WRECK + 4]: breakdown,
  [SOLO]: chorus,
  36: riff,
  [LAST]: lastChord,
});

/** The bass plays each stroke's lowest note, an octave down where its strings go that deep. */
function bassOf(notes: readonly Note[]): Note[] {
  const lowest = notes.filter(
    (n) => !notes.some((m) => Math.abs(m.start - n.start) < 0.01 && m.pitch < n.pitch),
  );
  return lowest.map((n) => ({
    ...n,
    pitch: n.pitch >= 40 ? n.pitch - 12 : n.pitch,
    velocity: Math.min(118, n.velocity),
  }));
}

const twin = line(
  `ff G5:4.! F#5:8 E5:2 | E5:4.! D5:8 C5:4 E5 | D5:4.! E5:8 G5:2 | F#5:4. E5:8 D5:4 A4 |
   B5:4.! A5:8 G5:4 E5 | G5:4.! A5:8 G5:4 E5 | C6:4.! B5:8 A5:4 E5 | D#5:4! F#5 B5:2!`,
  BAR,
);
const wail = line(`f r:1 | r:2 C5:2 | B4:2. C5:4 | Bb4:2 D#5`, BAR);
const solo = line(
  `ff E5:16 F#5 G5 F#5 E5 D5 B4 D5 E5:8 G5 B5:4! | C6:16 B5 G5 E5 C6 B5 G5 E5 G5:8 E5 C5:4! |
   D5:16 E5 G5 A5 B5 A5 G5 E5 D5:8 G5 B5 D6! | A5:16 F#5 D5 F#5 A5 D6 A5 F#5 E6:8 D6 A5:4! |
   fff G5:16 E5 B5 E5 G5 E5 B5 E5 G5 E5 B5 E5 E6:4! | G5:16 E5 C6 E5 G5 E5 C6 E5 G5 E5 C6 E5 E6:4! |
   A5:16 E5 C6 E5 A5 E5 C6 E5 A5 E5 C6 E5 E6:4! | F#5:16 D#5 B5 D#5 F#5 D#5 B5 D#5 F#6:2!`,
  BAR,
);

const gallop: DrumBar = { kick: 'X.xxX.xxX.x.X.x.', snare: '....X.......X...', hat: 'X.x.X.x.X.x.X.x.' };
const blast: DrumBar = { kick: 'XxxxXxxxXxxxXxxx', snare: '....X.......X...', ride: 'X...X...X...X...' };
const slow: DrumBar = { kick: 'X.........x.x.x.', snare: '........X.......', china: 'X...X...X...X...' };
const kit = drumForm(
  'ifif GggfGggf BbbbBbbf WwwvWwwv BbbbBbbf Gggf e',
  {
    i: { crash: 'X...X...X...X...', kick: 'X...X...X...X...' },
    g: gallop,
    G: crashing(gallop),
    f: {
      kick: 'X.xxX.xxX...X...',
      snare: '....X...XXxx....',
      highTom: '............XX..',
      floorTom: '..............XX',
    },
    b: blast,
    B: crashing(blast),
    w: slow,
    W: crashing(slow),
    v: { kick: 'X.......X.......', snare: 'x...xxxxXxXxXXXX', china: 'X.......X.......' },
    e: {
      kick: 'X...............',
      snare: 'X...............',
      crash: 'X---------------',
      crash2: 'X---------------',
    },
  },
  BAR,
  98,
);

const lead = atBars(BAR, { [ANTHEM]: twin, [WRECK + 4]: wail, [SOLO]: solo });
const second = atBars(BAR, {
  [ANTHEM]: parallel(twin, -2, 'E minor', 10),
  [WRECK + 4]: louder(transposed(wail, -12), -6),
});

export const metal: Piece = {
  title: 'Bellows and Brand',
  album: 'furnace',
  track: 1,
  seed: 81,
  key: 'E minor (phrygian)',
  beatsPerBar: BAR,
  tempo: [
    { start: 0, bpm: 174 },
    { start: WRECK * BAR, bpm: 168 },
    { start: SOLO * BAR, bpm: 176 },
  ],
  mood: { opening: { arousal: 0.85, valence: -0.55 }, closing: { arousal: 0.95, valence: -0.5 } },
  harmony,
  parts: [
    player('left guitar', 'harmony', GM.distortion, guitar, mix(82, -0.75, 18), { feel: { timingMs: 5 } }),
    player('right guitar', 'harmony', GM.overdrive, guitar, mix(86, 0.75, 18), { feel: { timingMs: 7 } }),
    player('bass', 'bass', GM.pickBass, bassOf(guitar), mix(122, 0, 8), { feel: { timingMs: 4 } }),
    player('lead guitar', 'melody', GM.distortion, lead, mix(94, 0.1, 50), {
      feel: { timingMs: 6 },
      controls: vibrato(lead, 70),
    }),
    player('twin lead', 'counter', GM.overdrive, second, mix(88, -0.2, 50), {
      controls: vibrato(second, 60),
    }),
    player('drums', 'drums', KITS.power, kit, mix(108, 0, 24), { feel: { timingMs: 4 } }),
  ],
  sound: {
    room: 0.4,
    wet: 0.3,
    damp: 0.4,
    loudnessLufs: -12.8,
    tailSeconds: 3,
    colour: 'acompressor=threshold=-18dB:ratio=3:attack=8:release=90',
  },
};
