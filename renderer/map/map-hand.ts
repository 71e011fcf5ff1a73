import { setCourse, setTarget } from '../steering/courses.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';
import type { Session } from '../state/session.svelte.ts';
import type { Drag, GestureHandlers } from './gestures.ts';
import { enclosed, LEAST_STEP_PX, rectangle } from './lasso.ts';
import type { MapState } from './map-state.svelte.ts';
import type { ScreenPoint } from './view.ts';

/** What the hand on the map does, by the tool that it holds. */
export function handOf(session: Session, map: MapState): GestureHandlers {
  return {
    hover: (at) => (map.hoveredId = at && map.hit(at)),
    pan: (dx, dy) => map.pan(dx, dy),
    zoom: (factor, at) => {
      map.hoveredId = null;
      map.zoom(factor, at);
    },
    drag: (from, event) => {
      if (event.shiftKey) return drawRectangle(map, from);
      if (map.tool === 'select') return drawLasso(map, from);
      if (map.tool === 'around') return drawCircle(session, map, from);
      return null;
    },
    tap: (at) => {
      const point = map.moodAt(at);
      const id = map.hit(at);
      if (map.tool === 'journey') map.journey.add(point);
      else if (map.tool === 'around') void stayAround(session, map, point);
      else if (map.tool === 'select') map.selected = id === null ? [] : toggled(map.selected, id);
      else if (id !== null) map.openedId = id;
      else void setTarget(session, point);
    },
    hold: (at) => {
      const id = map.hit(at);
      if (id === null) return false;
      void session.attempt(async () => {
        for (const track of await session.api.getTracks([id])) session.excerpt.start(track);
      });
      return true;
    },
    release: () => session.excerpt.stop(),
  };
}

/** What Enter does at the keyboard's cursor. */
export async function useTool(session: Session, map: MapState): Promise<void> {
  const { cursor } = map;
  if (map.tool === 'journey') map.journey.add(cursor);
  else if (map.tool === 'around') await stayAround(session, map, cursor);
  else if (map.tool === 'select') selectNearCursor(map);
  else await setTarget(session, cursor);
}

/** The keyboard's way to select: everything within the reach of the cursor. */
export function selectNearCursor(map: MapState): void {
  const { index } = map;
  if (index) map.selected = index.within(map.cursor, map.radius).map((i) => index.points.trackIds[i]);
}

function stayAround(session: Session, map: MapState, point: MoodPoint): Promise<boolean> {
  return setCourse(session, { kind: 'around', point, radius: map.radius });
}

function drawRectangle(map: MapState, from: ScreenPoint): Drag {
  const corner = map.moodAt(from);
  return drawShape(map, (at) => (map.shape = rectangle(corner, map.moodAt(at))));
}

function drawLasso(map: MapState, from: ScreenPoint): Drag {
  let last = from;
  map.shape = [map.moodAt(from)];
  return drawShape(map, (at) => {
    if (Math.hypot(at.x - last.x, at.y - last.y) < LEAST_STEP_PX) return;
    last = at;
    map.shape = [...map.shape, map.moodAt(at)];
  });
}

function drawShape(map: MapState, move: (at: ScreenPoint) => void): Drag {
  return {
    move,
    end: () => {
      const { index, shape } = map;
      if (index) map.selected = enclosed(index, shape).map((i) => index.points.trackIds[i]);
      map.shape = [];
    },
    cancel: () => (map.shape = []),
  };
}

function drawCircle(session: Session, map: MapState, from: ScreenPoint): Drag {
  const point = map.moodAt(from);
  const circleTo = (at: ScreenPoint): void => {
    const edge = map.moodAt(at);
    map.setRadius(Math.hypot(edge.arousal - point.arousal, edge.valence - point.valence));
    map.circle = { point, radius: map.radius };
  };
  return {
    move: circleTo,
    end: () => {
      void stayAround(session, map, point).then(() => (map.circle = null));
    },
    cancel: () => (map.circle = null),
  };
}

function toggled(ids: readonly number[], id: number): readonly number[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
