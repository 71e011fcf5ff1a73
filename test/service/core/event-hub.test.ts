import { expect, test, vi } from 'vitest';
import type { EventName } from '../../../src-core/contract/api/index.ts';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { EventHub } from '../../../src-core/service/core/event-hub.ts';

function listener() {
  const told: unknown[] = [];
  return { told, listen: (_: EventName, payload: unknown): void => void told.push(payload) };
}

test('a notice goes to all who listen; one that nobody heard goes to the first to come, and to no other', () => {
  const hub = new EventHub();
  const [first, second] = [listener(), listener()];
  hub.notify('warning', 'early');
  const leave = hub.add(first.listen);
  hub.add(second.listen);
  hub.notify('error', 'late');
  leave();
  hub.notify('error', 'last');
  const [early, late, last] = [
    { level: 'warning', message: 'early' },
    { level: 'error', message: 'late' },
    { level: 'error', message: 'last' },
  ];
  expect(first.told).toEqual([early, late]);
  expect(second.told).toEqual([late, last]);
});

test('what fails in the background is told, whether it fails at once or later', async () => {
  const hub = new EventHub();
  const { told, listen } = listener();
  hub.add(listen);
  hub.inBackground(() => {
    throw new SegueError('read-failed', 'at once');
  });
  hub.inBackground(() => Promise.reject(new SegueError('read-failed', 'later')));
  await vi.waitFor(() =>
    expect(told).toEqual([
      { level: 'error', message: 'at once' },
      { level: 'error', message: 'later' },
    ]),
  );
});
