import { densityOf, fullWeight, opacityOf } from './density.ts';
import type { MoodColours } from './mood-colours.ts';
import type { MoodIndex } from './mood-index.ts';
import { extentOf, toScreen, type MapView } from './view.ts';

/** Up to so many tracks in view are drawn one by one; more run together. */
export const MOST_DOTS = 1500;

/** Radius of a single dot in CSS pixels: the fewer there are, the larger. */
export function dotRadiusPx(count: number): number {
  return Math.max(3, 8 - 1.5 * Math.log10(Math.max(count, 1)));
}

/** Paints what is in view into a bitmap of `scale` pixels per CSS pixel. */
export function paintPoints(
  canvas: OffscreenCanvas,
  index: MoodIndex,
  view: MapView,
  scale: number,
  colours: MoodColours,
  edge: string,
): void {
  const width = Math.ceil(view.widthPx * scale);
  const height = Math.ceil(view.heightPx * scale);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.clearRect(0, 0, width, height);
  const shown = index.few(extentOf(view), MOST_DOTS);
  if (shown) paintDots(context, index, shown, view, scale, colours, edge);
  else paintCrowd(context, index, view, scale, colours);
}

function paintDots(
  context: OffscreenCanvasRenderingContext2D,
  index: MoodIndex,
  shown: readonly number[],
  view: MapView,
  scale: number,
  colours: MoodColours,
  edge: string,
): void {
  const radius = dotRadiusPx(shown.length) * scale;
  context.lineWidth = Math.max(1, radius / 4);
  context.strokeStyle = edge;
  for (const i of shown) {
    const mood = index.moodAt(i);
    const { x, y } = toScreen(view, mood);
    context.beginPath();
    context.arc(x * scale, y * scale, radius, 0, 2 * Math.PI);
    context.fillStyle = colours.css(mood);
    context.fill();
    context.stroke();
  }
}

function paintCrowd(
  context: OffscreenCanvasRenderingContext2D,
  index: MoodIndex,
  view: MapView,
  scale: number,
  colours: MoodColours,
): void {
  const inPixels: MapView = {
    ...view,
    pxPerUnit: view.pxPerUnit * scale,
    widthPx: view.widthPx * scale,
    heightPx: view.heightPx * scale,
  };
  const density = densityOf(index.points, inPixels);
  const full = fullWeight(density);
  const image = context.createImageData(density.width, density.height);
  const { arousal, valence } = extentOf(inPixels);
  const step = 1 / inPixels.pxPerUnit;
  for (let y = 0, at = 0; y < density.height; y++) {
    const pixelArousal = arousal[1] - y * step;
    for (let x = 0; x < density.width; x++, at++) {
      const weight = density.weights[at];
      if (weight === 0) continue;
      colours.write(pixelArousal, valence[0] + x * step, image.data, 4 * at);
      image.data[4 * at + 3] = 255 * opacityOf(weight, full);
    }
  }
  context.putImageData(image, 0, 0);
}
