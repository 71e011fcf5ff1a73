import { describe, expect, it } from 'vitest';
import { rateInStep } from '../../../renderer/playback/keep-in-step.ts';

/** Runs a deck that begins late, read every 20 ms by a clock that is up to a millisecond off. @returns how late it is in the end */
function lateAfter(lateSeconds: number, fadeSeconds: number): { late: number; rates: number[] } {
  const rates: number[] = [];
  let late = lateSeconds;
  for (let tick = 0; tick * 0.02 < fadeSeconds / 2; tick++) {
    const rate = rateInStep(late + (tick % 3 === 0 ? 0.001 : -0.001), (tick * 0.02) / fadeSeconds);
    rates.push(rate);
    late -= (rate - 1) * 0.02;
  }
  return { late, rates };
}

describe('a deck that is out of step', () => {
  it.each([0.04, -0.03, 0.015])('that starts %d s late is in step by the middle of a fade', (late) => {
    for (const fade of [3, 6, 10]) expect(Math.abs(lateAfter(late, fade).late)).toBeLessThan(0.004);
  });

  it('is brought near even in a short one, and never hurried much', () => {
    const { late, rates } = lateAfter(0.04, 1.5);
    expect(Math.abs(late)).toBeLessThan(0.015);
    expect(Math.max(...rates)).toBeLessThanOrEqual(1.08);
    expect(Math.min(...lateAfter(-1, 10).rates)).toBeGreaterThanOrEqual(0.92);
  });

  it('keeps its own pace once it is heard', () => {
    expect(rateInStep(0.5, 0.4)).toBe(1);
    expect(rateInStep(0, 0.1)).toBe(1);
  });
});
