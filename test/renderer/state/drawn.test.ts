import { afterEach, expect, test, vi } from 'vitest';
import { drawn } from '../../../renderer/state/drawn.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what waits for the words to be seen goes on together, after the frame and not within it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  const told: string[] = [];
  void drawn().then(() => told.push('first'));
  void drawn().then(() => told.push('second'));
  expect(frames).toHaveLength(1);

  frames[0]();
  await Promise.resolve();
  expect(told).toEqual([]);

  await vi.runAllTimersAsync();
  expect(told).toEqual(['first', 'second']);

  void drawn();
  expect(frames).toHaveLength(2);
});
