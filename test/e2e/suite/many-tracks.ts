import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play } from '../support/steps.ts';
import { heard, openTestApp } from '../support/test-app.ts';
import { changeTracks, footprint } from '../support/track-changes.ts';

const WARM_UP = 5;
/** `npm run bench:page` makes five hundred. */
const CHANGES = 40;
/** What the heap may grow by over all of them; a sound that is kept costs far more than a fortieth of it. */
const MOST_GROWTH_BYTES = 1_000_000;
/** Seconds where nothing else is going on. */
const TIME_LIMIT_MS = 300_000;

export function manyTracks(host: Host): void {
  it('leave nothing behind', { timeout: TIME_LIMIT_MS }, async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(
      app,
      ['Alpha', 'Beta', 'Gamma'].map((title, i) => ({ title, seconds: 8, hz: 220 + 60 * i })),
    );
    await play(page, 'Alpha');
    await changeTracks(page, WARM_UP);
    const before = await footprint(page);
    await changeTracks(page, CHANGES);
    await expect.poll(async () => (await heard(page)).length).toBeLessThanOrEqual(2);
    const after = await footprint(page);
    expect(after.heapBytes - before.heapBytes).toBeLessThan(MOST_GROWTH_BYTES);
    expect(after.listeners - before.listeners).toBeLessThan(CHANGES);
  });
}
