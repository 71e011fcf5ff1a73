import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { moodAccent } from '../design/mood-accent.ts';

/** Lightness in OKLCH at which moods are told apart on the ground of a theme. */
const LIGHTNESS = { light: 0.6, dark: 0.76 };
/** Colours on a grid over the plane: finer steps cannot be told apart. */
const CELLS = 64;
/** On a map there is more room for colour than in a control. */
const MORE_CHROMA = 1.25;

export type ColourScheme = keyof typeof LIGHTNESS;

export function moodColour(mood: MoodPoint, scheme: ColourScheme): string {
  const { hue, chroma } = moodAccent(mood);
  return `oklch(${LIGHTNESS[scheme]} ${(chroma * MORE_CHROMA).toFixed(4)} ${hue.toFixed(1)})`;
}

/** The colours of the whole plane as bytes, for bitmaps: the browser itself turns them into its own. */
export class MoodColours {
  readonly scheme: ColourScheme;
  readonly #bytes: Uint8ClampedArray;
  readonly #names: (string | undefined)[] = [];

  constructor(scheme: ColourScheme) {
    this.scheme = scheme;
    const canvas = new OffscreenCanvas(CELLS, CELLS);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    for (let cell = 0; cell < CELLS * CELLS; cell++) {
      context.fillStyle = moodColour(moodOf(cell), scheme);
      context.fillRect(cell % CELLS, Math.floor(cell / CELLS), 1, 1);
    }
    this.#bytes = context.getImageData(0, 0, CELLS, CELLS).data;
  }

  /** A style for `fillStyle`. */
  css(mood: MoodPoint): string {
    const cell = cellOf(mood.arousal, mood.valence);
    return (this.#names[cell] ??= moodColour(moodOf(cell), this.scheme));
  }

  /** Writes red, green and blue of a point into an image's bytes. */
  write(arousal: number, valence: number, image: Uint8ClampedArray, at: number): void {
    const from = 4 * cellOf(arousal, valence);
    image[at] = this.#bytes[from];
    image[at + 1] = this.#bytes[from + 1];
    image[at + 2] = this.#bytes[from + 2];
  }
}

function cellOf(arousal: number, valence: number): number {
  return axisCell(arousal) * CELLS + axisCell(valence);
}

function axisCell(value: number): number {
  return Math.min(Math.max(Math.floor(((value + 1) / 2) * CELLS), 0), CELLS - 1);
}

function moodOf(cell: number): MoodPoint {
  const value = (i: number): number => ((i + 0.5) / CELLS) * 2 - 1;
  return { arousal: value(Math.floor(cell / CELLS)), valence: value(cell % CELLS) };
}
