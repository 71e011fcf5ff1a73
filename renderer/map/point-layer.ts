import type { MoodColours } from './mood-colours.ts';
import type { MoodIndex } from './mood-index.ts';
import { paintPoints } from './paint-points.ts';
import { toScreen, type MapView } from './view.ts';

/** Part of the view's size that the bitmap reaches beyond each edge, so that there is something to pan to. */
const MARGIN = 0.3;
/** A view that has not moved for this long is painted afresh and sharp. */
const REST_MS = 90;
/** Stretched further than this, the bitmap is painted again while the view still moves. */
const MOST_STRETCH = 1.6;

/**
 * Draws the tracks on a canvas that follows the view. They are painted into a bitmap larger than the view; while it moves,
 * the bitmap is only shifted and stretched, which costs the same for a hundred tracks and for a hundred thousand.
 */
export class PointLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #bitmap = new OffscreenCanvas(1, 1);
  #painted: { view: MapView; scale: number } | null = null;
  #wanted: { view: MapView; index: MoodIndex; colours: MoodColours; edge: string } | null = null;
  #frame = 0;
  #rest = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Shows a view in the next frame. */
  show(view: MapView, index: MoodIndex, colours: MoodColours, edge: string): void {
    const { index: before, colours: coloursBefore } = this.#wanted ?? {};
    if (index !== before || colours !== coloursBefore) this.#painted = null;
    this.#wanted = { view, index, colours, edge };
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
  }

  #draw(): void {
    this.#frame = 0;
    if (!this.#wanted) return;
    const { view } = this.#wanted;
    if (!this.#painted || !this.#covers(view)) this.#paint();
    this.#blit();
    clearTimeout(this.#rest);
    if (this.#painted?.view.pxPerUnit !== view.pxPerUnit) {
      this.#rest = window.setTimeout(() => {
        this.#paint();
        this.#blit();
      }, REST_MS);
    }
  }

  /** Whether the bitmap, shifted and stretched, fills the view well enough. */
  #covers(view: MapView): boolean {
    const { view: painted } = this.#painted!;
    const stretch = view.pxPerUnit / painted.pxPerUnit;
    if (stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) return false;
    const { x, y } = cornerOf(painted, view);
    return (
      x <= 0 &&
      y <= 0 &&
      x + painted.widthPx * stretch >= view.widthPx &&
      y + painted.heightPx * stretch >= view.heightPx
    );
  }

  #paint(): void {
    const { view, index, colours, edge } = this.#wanted!;
    const scale = Math.min(window.devicePixelRatio || 1, 2);
    const around: MapView = {
      ...view,
      widthPx: Math.round(view.widthPx * (1 + 2 * MARGIN)),
      heightPx: Math.round(view.heightPx * (1 + 2 * MARGIN)),
    };
    paintPoints(this.#bitmap, index, around, scale, colours, edge);
    this.#painted = { view: around, scale };
  }

  #blit(): void {
    const { view } = this.#wanted!;
    const { view: painted, scale } = this.#painted!;
    const [width, height] = [Math.round(view.widthPx * scale), Math.round(view.heightPx * scale)];
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext('2d')!;
    context.clearRect(0, 0, width, height);
    const stretch = view.pxPerUnit / painted.pxPerUnit;
    const { x, y } = cornerOf(painted, view);
    // Whole pixels, so that what is only shifted stays as sharp as it was.
    const snap = (value: number): number => (stretch === 1 ? Math.round(value) : value);
    context.drawImage(
      this.#bitmap,
      snap(x * scale),
      snap(y * scale),
      this.#bitmap.width * stretch,
      this.#bitmap.height * stretch,
    );
  }
}

/** Where on screen the upper left corner of what was painted lies now. */
function cornerOf(painted: MapView, view: MapView): { x: number; y: number } {
  const middle = toScreen(view, painted.middle);
  const stretch = view.pxPerUnit / painted.pxPerUnit;
  return {
    x: middle.x - (painted.widthPx / 2) * stretch,
    y: middle.y - (painted.heightPx / 2) * stretch,
  };
}
