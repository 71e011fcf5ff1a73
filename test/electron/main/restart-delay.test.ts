import { expect, test } from 'vitest';
import { restartDelayMs } from '../../../electron/main/restart-delay.ts';

test('waits longer after each crash, and gives up after the fifth within a minute', () => {
  const crashes: number[] = [];
  const delays = [0, 1, 2, 3, 4, 5].map((second) => {
    crashes.push(second * 1000);
    return restartDelayMs(crashes);
  });
  expect(delays).toEqual([100, 200, 400, 800, 1600, null]);
});

test('a crash now and then is forgotten', () => {
  const daily = Array.from({ length: 20 }, (_, day) => day * 86_400_000);
  expect(restartDelayMs(daily)).toBe(100);
});
