import type { Session } from '../state/session.svelte.ts';
import type { MapState } from './map-state.svelte.ts';
import { MoodIndex } from './mood-index.ts';

/** While curves come by the minute, the map is not drawn anew for each. */
const LEAST_APART_MS = 3000;

/** Keeps the map's points as the library has them while a component is shown. To be called while it is set up. */
export function loadMoods(session: Session, map: MapState): void {
  let loadedAtMs = -Infinity;
  $effect(() => {
    if (!session.canAskLibrary) return;
    let wanted = true;
    const load = (): Promise<boolean> =>
      session.attempt(async () => {
        const points = await session.api.moodPoints();
        if (!wanted) return;
        loadedAtMs = performance.now();
        map.use(new MoodIndex(points));
      });
    const waitMs = Math.max(0, loadedAtMs + LEAST_APART_MS - performance.now());
    const timer = setTimeout(() => void load(), waitMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  });
}
