/** Controller curves: expression (11) for breath and bow, the sustain pedal (64), vibrato (1). */
import type { Control } from '../score.ts';
import type { ChordSpan } from '../theory/harmony.ts';

const EXPRESSION = 11;
const PEDAL = 64;
const STEP_BEATS = 0.25;

/** Straight lines through `[beat, value]` points for one controller. */
export function curve(controller: number, points: readonly (readonly [number, number])[]): Control[] {
  const found: Control[] = [];
  points.forEach(([beat, value], i) => {
    const next = points.at(i + 1);
    if (!next) {
      found.push({ start: beat, controller, value });
      return;
    }
    for (let b = beat; b < next[0] - 1e-6; b += STEP_BEATS) {
      const share = (b - beat) / (next[0] - beat);
      found.push({ start: b, controller, value: Math.round(value + (next[1] - value) * share) });
    }
  });
  return found;
}

/** Expression through "beat:value" points: "0:40 8:110" grows over two bars; 127 is all of the instrument's breath. */
export function expression(points: string): Control[] {
  const pairs = points.split(' ').map((point) => point.split(':').map(Number) as [number, number]);
  return curve(EXPRESSION, pairs);
}

/** The damper pedal changed with every chord: up just on the new chord, down just after, held to `endBeat`. */
export function pedal(harmony: readonly ChordSpan[], endBeat: number): Control[] {
  const changes = harmony.flatMap((span) => [
    { start: span.start, controller: PEDAL, value: 0 },
    { start: span.start + 0.08, controller: PEDAL, value: 127 },
  ]);
  return [...changes, { start: endBeat, controller: PEDAL, value: 0 }];
}

/** Pumping: expression that ducks on every beat and recovers before the next, as if the kick pressed it down. */
export function pumping(startBeat: number, endBeat: number, low: number, high: number): Control[] {
  const found: Control[] = [];
  for (let beat = startBeat; beat < endBeat; beat += 0.125) {
    const recovered = Math.min(1, (beat % 1) / 0.75);
    found.push({
      start: beat,
      controller: EXPRESSION,
      value: Math.round(low + (high - low) * recovered ** 0.7),
    });
  }
  return found;
}
