import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Paged } from '../../../src-core/database/paged.ts';
import type { PlanLibrary } from '../../../src-core/queue/plan-library.ts';
import { hideGone, KeptPlanLibrary } from '../../../src-core/service/planning/kept-plan-library.ts';
import { planLibraryOf } from '../../queue/plan-library-of.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const SMALL = planLibraryOf([{ arousal: 0, valence: 0 }]);
const LARGE = planLibraryOf(Array.from({ length: 5001 }, () => ({ arousal: 0, valence: 0 })));

function keep(library: PlanLibrary, failsAt = Infinity) {
  const told = { reads: 0, steps: 0, ready: 0, hidden: 0 };
  function* read(): Paged<PlanLibrary> {
    told.reads++;
    for (let step = 0; step < 3; step++) {
      if (++told.steps >= failsAt) throw new Error('the library is closed');
      // Longer than loading goes on without a rest.
      vi.advanceTimersByTime(20);
      yield;
    }
    return { ...library };
  }
  const kept = new KeptPlanLibrary({
    read,
    hideGone: () => told.hidden++,
    onReady: () => told.ready++,
  });
  return { kept, told };
}

test('a library is loaded when it is asked for, and a small one anew after each change', () => {
  const { kept, told } = keep(SMALL);
  const first = kept.get();
  expect(kept.get()).toBe(first);
  expect(told.reads).toBe(1);
  kept.changed('tracks');
  expect(kept.get()).not.toBe(first);
  expect(told).toMatchObject({ reads: 2, ready: 0 });
});

test('a large one serves on after a change until the next is there, without what has gone', () => {
  const { kept, told } = keep(LARGE);
  const first = kept.get();
  kept.changed('tracks');
  expect(told.hidden).toBe(1);
  expect(kept.get()).toBe(first);
  vi.runAllTimers();
  expect(told.ready).toBe(1);
  expect(kept.get()).not.toBe(first);
  expect(told.reads).toBe(2);
});

test('loading that was begun is finished at once where someone waits for it', () => {
  const { kept, told } = keep(LARGE);
  kept.begin();
  vi.advanceTimersByTime(5);
  expect(told.steps).toBeGreaterThan(0);
  kept.get();
  expect(told).toMatchObject({ reads: 1, steps: 3 });
  vi.runAllTimers();
  expect(told.ready).toBe(0);
});

test('loading that fails or is closed is let go of; the next to ask meets the error', () => {
  const { kept, told } = keep(LARGE, 2);
  kept.begin();
  vi.runAllTimers();
  expect(told.ready).toBe(0);
  expect(() => kept.get()).toThrow('closed');
  const other = keep(LARGE);
  other.kept.begin();
  other.kept.close();
  vi.runAllTimers();
  expect(other.told.steps).toBe(0);
});

test('what is gone is not to be played any more', () => {
  const { openings } = planLibraryOf([1, 2, 3].map((at) => ({ id: at * 10, arousal: 0, valence: 0 })));
  hideGone(openings, Int32Array.of(5, 10, 30, 40));
  expect(Array.from(openings.stepCounts)).toEqual([20, 0, 20]);
});
