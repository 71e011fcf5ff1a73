import type { Attachment } from 'svelte/attachments';
import type { ScreenPoint } from './view.ts';

/** What the hand does on the map, in CSS pixels from its upper left corner. */
export interface GestureHandlers {
  readonly hover: (at: ScreenPoint | null) => void;
  /** What a drag from here does; null: it moves the map. */
  readonly drag: (from: ScreenPoint, event: PointerEvent) => Drag | null;
  readonly tap: (at: ScreenPoint, event: PointerEvent) => void;
  /** Pressed for a while without moving. Returns whether anything came of it; the tap then does not count. */
  readonly hold: (at: ScreenPoint) => boolean;
  readonly release: () => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, at: ScreenPoint) => void;
}

export interface Drag {
  readonly move: (at: ScreenPoint) => void;
  readonly end: (at: ScreenPoint) => void;
  readonly cancel?: () => void;
}

/** A hand is never quite still: what stays within this is no drag. */
const STILL_PX = 4;
const HOLD_MS = 450;
/** Share of the scale per pixel of a wheel's turn. */
const WHEEL_SPEED = 0.0022;
const LINE_PX = 16;

/** Tells drags, taps, holds, pinches and wheels apart. */
export function gestures(handlers: GestureHandlers): Attachment<HTMLElement> {
  return (element) => {
    const pointers = new Map<number, ScreenPoint>();
    let from: ScreenPoint | null = null;
    let moved = false;
    let held = false;
    let drag: Drag | null = null;
    let holdTimer = 0;

    const at = (event: MouseEvent): ScreenPoint => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const stopHolding = (): void => {
      clearTimeout(holdTimer);
      if (held) handlers.release();
    };

    const down = (event: PointerEvent): void => {
      if (event.button !== 0 || isOther(event, element)) return;
      element.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, at(event));
      if (pointers.size > 1) {
        // Two fingers move and enlarge the map, whatever one was about to do.
        stopHolding();
        held = false;
        drag?.cancel?.();
        drag = null;
        moved = true;
        return;
      }
      from = at(event);
      moved = held = false;
      drag = null;
      handlers.hover(null);
      const start = from;
      holdTimer = window.setTimeout(() => (held = handlers.hold(start)), HOLD_MS);
    };

    const move = (event: PointerEvent): void => {
      const now = at(event);
      const before = pointers.get(event.pointerId);
      if (!before) {
        if (pointers.size === 0) handlers.hover(isOther(event, element) ? null : now);
        return;
      }
      pointers.set(event.pointerId, now);
      if (pointers.size > 1) {
        pinch(event.pointerId, before, now);
        return;
      }
      if (!moved && from) {
        if (Math.hypot(now.x - from.x, now.y - from.y) < STILL_PX) return;
        if (held) return;
        moved = true;
        clearTimeout(holdTimer);
        drag = handlers.drag(from, event);
        if (!drag) handlers.pan(now.x - from.x, now.y - from.y);
      } else if (!drag) handlers.pan(now.x - before.x, now.y - before.y);
      drag?.move(now);
    };

    const pinch = (id: number, before: ScreenPoint, now: ScreenPoint): void => {
      const [other] = [...pointers].filter(([otherId]) => otherId !== id).map(([, point]) => point);
      const spread = (point: ScreenPoint): number => Math.hypot(point.x - other.x, point.y - other.y);
      handlers.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      handlers.zoom(spread(now) / Math.max(spread(before), 1), {
        x: (now.x + other.x) / 2,
        y: (now.y + other.y) / 2,
      });
    };

    const up = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
      stopHolding();
      const now = at(event);
      if (drag) drag.end(now);
      else if (!moved && !held) handlers.tap(now, event);
      drag = null;
      from = null;
    };

    const cancel = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId)) return;
      stopHolding();
      drag?.cancel?.();
      drag = null;
      from = null;
    };

    const wheel = (event: WheelEvent): void => {
      if (isOther(event, element)) return;
      event.preventDefault();
      const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
      // A pinch on a track pad comes as a wheel with the control key, in smaller steps.
      handlers.zoom(Math.exp(-px * WHEEL_SPEED * (event.ctrlKey ? 4 : 1)), at(event));
    };

    const leave = (): void => handlers.hover(null);
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    return () => {
      stop.abort();
      clearTimeout(holdTimer);
    };
  };
}

/** Whether the event is meant for a control that lies on the map. */
function isOther(event: Event, element: HTMLElement): boolean {
  return (
    event.target instanceof Element && event.target !== element && !!event.target.closest('[data-control]')
  );
}
