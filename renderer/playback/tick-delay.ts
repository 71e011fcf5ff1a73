import { planJoin } from './join.ts';
import type { PlayerState } from './player-state.ts';

const CALM_MS = 200;
const CLOSE_MS = 10;
const FADE_MS = 20;
/** From here on the join is looked out for closely. */
const CLOSE_SECONDS = 0.5;

/** How long until the media elements' clocks should be read again; null: nothing plays. */
export function tickDelayMs({
  phase,
  current,
  next,
  crossfade,
  gain,
  positionSeconds,
}: PlayerState): number | null {
  if (phase === 'seam' || phase === 'preview') return FADE_MS;
  if (phase !== 'playing' || !current) return null;
  const end = next ? planJoin(current, next, crossfade, gain).leaveAtSeconds : null;
  return end !== null && end - positionSeconds < CLOSE_SECONDS ? CLOSE_MS : CALM_MS;
}
