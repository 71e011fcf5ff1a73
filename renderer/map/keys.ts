import type { MoodPoint } from '../../src-core/contract/mood.ts';

const STEP = 0.02;
const LONG_STEP = 0.1;

/** Where an arrow key moves a point of the plane to, further with Shift; null for every other key. */
export function moodOfKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  { arousal, valence }: MoodPoint,
  step = STEP,
): MoodPoint | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const by = event.shiftKey ? (step / STEP) * LONG_STEP : step;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [by, 0],
    ArrowDown: [-by, 0],
    ArrowRight: [0, by],
    ArrowLeft: [0, -by],
  };
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : null;
  if (!move) return null;
  const unit = (value: number): number => Math.round(Math.min(Math.max(value, -1), 1) * 1000) / 1000;
  return { arousal: unit(arousal + move[0]), valence: unit(valence + move[1]) };
}
