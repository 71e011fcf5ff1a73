import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { JourneyPlan } from '../steering/journey-plan.svelte.ts';
import { useSession, type Session } from '../state/session.svelte.ts';
import type { Shape } from './lasso.ts';
import { MoodIndex } from './mood-index.ts';
import { dotRadiusPx, MOST_DOTS } from './paint-points.ts';
import { TrackLookup } from './track-lookup.svelte.ts';
import {
  extentOf,
  fitted,
  panned,
  resized,
  toMood,
  toScreen,
  zoomed,
  type MapView,
  type MoodExtent,
  type Room,
  type ScreenPoint,
} from './view.ts';

/** What a click or a drag on the map does. */
export type Tool = 'steer' | 'journey' | 'around' | 'select';

/** A circle on the mood plane. */
export interface Circle {
  readonly point: MoodPoint;
  readonly radius: number;
}

const PLANE: MoodExtent = { arousal: [-1, 1], valence: [-1, 1] };
/** Kept free when the map is fitted to the library: the tools lie at the top. */
const ROOM: Room = { topPx: 156, sidePx: 84, bottomPx: 84 };
/** Views from this size on, in their shorter side, spare all of it. */
const ROOMY_PX = 640;
const PLANE_ROOM: Room = { topPx: 96, sidePx: 40, bottomPx: 40 };
/** Between the edge of a dot and a hand that means it. */
const REACH_PX = 5;
/** A wish farther than this from every track is moved to the nearest one. */
const FAR_FROM_LIBRARY = 0.1;
const LEAST_RADIUS = 0.05;
const MOST_RADIUS = 1;

/** What the map shows and what is being done on it. It outlives the view, so that coming back finds it as it was. */
export class MapState {
  readonly tracks: TrackLookup;
  readonly journey = new JourneyPlan();
  index = $state.raw<MoodIndex | null>(null);
  view = $state.raw<MapView | null>(null);
  tool = $state<Tool>('steer');
  /** Where the keyboard is on the map. */
  cursor = $state.raw<MoodPoint>({ arousal: 0, valence: 0 });
  /** How far "near the cursor" reaches. */
  radius = $state(0.15);
  hoveredId = $state<number | null>(null);
  /** The track whose card is open. */
  openedId = $state<number | null>(null);
  /** What is being drawn: a shape to select by, or a circle to stay within. */
  shape = $state.raw<Shape>([]);
  circle = $state.raw<Circle | null>(null);
  /** Tracks that were selected, by id. */
  selected = $state.raw<readonly number[]>([]);
  /** Indices of the tracks in view; null where there are too many to be told apart and clicked. */
  readonly shown = $derived.by(() =>
    this.view && this.index ? this.index.few(extentOf(this.view), MOST_DOTS) : [],
  );
  #isFitted = false;

  constructor(session: Session) {
    this.tracks = new TrackLookup((ids) => session.api.getTracks(ids));
  }

  /** Shows these points; the first ones decide what is in view. */
  use(index: MoodIndex): void {
    this.index = index;
    this.hoveredId = null;
    this.tracks.forget();
    if (!this.#isFitted && this.view && index.size > 0) this.fit();
  }

  resize(widthPx: number, heightPx: number): void {
    if (widthPx === 0 || heightPx === 0) return;
    this.view = this.view
      ? resized(this.view, widthPx, heightPx)
      : fitted(PLANE, widthPx, heightPx, PLANE_ROOM);
    if (!this.#isFitted && this.index && this.index.size > 0) this.fit();
  }

  /** Everything that the library has, and the middle of the plane. */
  fit(): void {
    if (!this.view || !this.index) return;
    this.#isFitted = true;
    const { widthPx, heightPx } = this.view;
    // Small views spare less.
    const share = Math.min(1, Math.min(widthPx, heightPx) / ROOMY_PX);
    const room = {
      topPx: ROOM.topPx * share,
      sidePx: ROOM.sidePx * share,
      bottomPx: ROOM.bottomPx * share,
    };
    this.view = fitted(this.index.extent(), widthPx, heightPx, room);
  }

  showPlane(): void {
    if (this.view) this.view = fitted(PLANE, this.view.widthPx, this.view.heightPx, PLANE_ROOM);
  }

  pan(dx: number, dy: number): void {
    if (this.view) this.view = panned(this.view, dx, dy);
  }

  /** Around the middle of the view, unless a place is given. */
  zoom(factor: number, at?: ScreenPoint): void {
    if (!this.view) return;
    const { widthPx, heightPx } = this.view;
    this.view = zoomed(this.view, factor, at ?? { x: widthPx / 2, y: heightPx / 2 });
  }

  /** Moves the keyboard's cursor, and the view after it where it would leave it. */
  moveCursor(to: MoodPoint): void {
    const unit = (value: number): number => Math.min(Math.max(value, -1), 1);
    this.cursor = { arousal: unit(to.arousal), valence: unit(to.valence) };
    if (!this.view) return;
    const { arousal, valence } = extentOf(this.view);
    const { middle } = this.view;
    this.view = {
      ...this.view,
      middle: {
        arousal: middle.arousal + beyond(this.cursor.arousal, arousal),
        valence: middle.valence + beyond(this.cursor.valence, valence),
      },
    };
  }

  setRadius(radius: number): void {
    this.radius = Math.min(Math.max(radius, LEAST_RADIUS), MOST_RADIUS);
  }

  /** The id of the track whose dot lies there; null also where so many crowd that none stands out. */
  hit(at: ScreenPoint): number | null {
    if (!this.view || !this.index || !this.shown) return null;
    const reachPx = dotRadiusPx(this.shown.length) + REACH_PX;
    const index = this.index.nearest(toMood(this.view, at), reachPx / this.view.pxPerUnit);
    return index === null ? null : this.index.points.trackIds[index];
  }

  /** A wish, or what the library has that is nearest to it where that is far away. */
  nearLibrary(wish: MoodPoint): MoodPoint {
    const index = this.index?.nearest(wish) ?? null;
    if (index === null) return wish;
    const found = this.index!.moodAt(index);
    const away = Math.hypot(found.arousal - wish.arousal, found.valence - wish.valence);
    return away > FAR_FROM_LIBRARY ? found : wish;
  }

  screenOf(mood: MoodPoint): ScreenPoint {
    return this.view ? toScreen(this.view, mood) : { x: 0, y: 0 };
  }

  moodAt(at: ScreenPoint): MoodPoint {
    return this.view ? toMood(this.view, at) : { arousal: 0, valence: 0 };
  }
}

/** How far a value lies outside of the inner part of a span. */
function beyond(value: number, [low, high]: readonly [number, number]): number {
  const edge = (high - low) / 10;
  return Math.min(value - (low + edge), 0) + Math.max(value - (high - edge), 0);
}

const kept = new WeakMap<Session, MapState>();

/** The one map of the page, made when it is first asked for. To be called while a component is set up. */
export function useMap(): MapState {
  const session = useSession();
  let map = kept.get(session);
  if (!map) {
    // What is derived in it must not end with the component that happened to ask first.
    $effect.root(() => {
      map = new MapState(session);
    });
    kept.set(session, map!);
  }
  return map!;
}
