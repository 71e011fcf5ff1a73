/** Drum grooves: a bar is one grid for each drum. */
import { strokes, strokeVelocity, gridLength } from '../notation/grid.ts';
import type { Note } from '../score.ts';

/** General MIDI percussion keys. */
export const DRUMS = {
  kick: 36,
  deepKick: 35,
  rim: 37,
  snare: 38,
  clap: 39,
  snare2: 40,
  floorTom: 41,
  hat: 42,
  lowTom: 45,
  pedalHat: 44,
  midTom: 47,
  openHat: 46,
  highTom: 50,
  crash: 49,
  ride: 51,
  china: 52,
  bell: 53,
  tambourine: 54,
  splash: 55,
  cowbell: 56,
  crash2: 57,
  highBongo: 60,
  lowBongo: 61,
  muteConga: 62,
  openConga: 63,
  lowConga: 64,
  cabasa: 69,
  maracas: 70,
  claves: 75,
  woodblock: 76,
  lowWoodblock: 77,
  shaker: 82,
  triangle: 81,
  muteTriangle: 80,
} as const;

/** A drum's name. */
export type Drum = keyof typeof DRUMS;

/** One bar: a grid for each drum that plays. */
export type DrumBar = Partial<Readonly<Record<Drum, string>>>;

/** Plays bars in order, each `beatsPerBar` long whatever its number of steps. */
export function drums(bars: readonly DrumBar[], beatsPerBar: number, velocity: number, startBar = 0): Note[] {
  return bars.flatMap((bar, index) =>
    Object.entries(bar).flatMap(([drum, grid]) => {
      const stepBeats = beatsPerBar / gridLength(grid);
      return strokes(grid).map((stroke) => ({
        start: (startBar + index) * beatsPerBar + stroke.step * stepBeats,
        length: Math.max(0.1, stroke.steps * stepBeats * 0.9),
        pitch: DRUMS[drum as Drum],
        velocity: strokeVelocity(stroke.mark, velocity),
      }));
    }),
  );
}

/** A whole song's drums: one letter of `form` a bar, looked up in `bars`; spaces are for the eye. */
export function drumForm(
  form: string,
  bars: Readonly<Record<string, DrumBar | undefined>>,
  beatsPerBar: number,
  velocity: number,
  startBar = 0,
): Note[] {
  const sequence = Array.from(form.replace(/\s/g, ''), (letter) => {
    const bar = bars[letter];
    if (!bar) throw new RangeError(`No drum bar is called "${letter}".`);
    return bar;
  });
  return drums(sequence, beatsPerBar, velocity, startBar);
}

/** A bar with a crash cymbal on its first beat. */
export const crashing = (bar: DrumBar): DrumBar => ({ ...bar, crash: 'X---------------' });

/** A roll on one drum that grows from `first` to `last` velocity, `perBeat` strokes to the beat. */
export function roll(
  drum: number,
  startBeat: number,
  beats: number,
  perBeat: number,
  first: number,
  last: number,
): Note[] {
  const count = Math.round(beats * perBeat);
  return Array.from({ length: count }, (_, i) => ({
    start: startBeat + i / perBeat,
    length: 0.9 / perBeat,
    pitch: drum,
    velocity: Math.round(first + ((last - first) * i) / Math.max(1, count - 1)),
  }));
}
