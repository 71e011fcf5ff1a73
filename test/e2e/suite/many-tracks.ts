import type { CDPSession, Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player } from '../support/steps.ts';
import { heard, openTestApp } from '../support/test-app.ts';

const WARM_UP = 20;
const CHANGES = 500;
/** What the heap may grow by over all of them: a tenth of what kept sounds would cost. */
const MOST_GROWTH_BYTES = 1_000_000;
/** A sound that is kept would keep several. */
const MOST_LISTENERS = CHANGES / 4;
/** Half a minute where nothing else is going on. */
const TIME_LIMIT_MS = 300_000;

export function manyTracks(host: Host): void {
  it(
    'leave nothing behind',
    async () => {
      const app = await openTestApp(host);
      const { page } = app;
      await addTones(
        app,
        ['Alpha', 'Beta', 'Gamma'].map((title, i) => ({ title, seconds: 8, hz: 220 + 60 * i })),
      );
      await play(page, 'Alpha');
      const devTools = await page.context().newCDPSession(page);
      await change(page, WARM_UP);
      const before = await footprint(devTools);
      await change(page, CHANGES);
      await expect.poll(async () => (await heard(page)).length).toBeLessThanOrEqual(2);
      const after = await footprint(devTools);
      expect(after.heapBytes - before.heapBytes).toBeLessThan(MOST_GROWTH_BYTES);
      expect(after.listeners - before.listeners).toBeLessThan(MOST_LISTENERS);
    },
    TIME_LIMIT_MS,
  );
}

/** Goes on so many times, from the page itself: as soon as a track is named to the system and heard comes the next. */
async function change(page: Page, times: number): Promise<void> {
  const next = player(page).getByRole('button', { name: 'Next' });
  await next.evaluate(async (button: HTMLElement, count) => {
    const { sounds } = window as unknown as { sounds: HTMLMediaElement[] };
    const title = (): string | undefined => navigator.mediaSession.metadata?.title;
    const isHeard = (): boolean => sounds.some(({ paused, currentTime }) => !paused && currentTime > 0);
    for (let i = 0; i < count; i++) {
      const before = title();
      button.click();
      while (title() === before || !isHeard()) await new Promise(requestAnimationFrame);
    }
  }, times);
}

async function footprint(devTools: CDPSession): Promise<{ heapBytes: number; listeners: number }> {
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const { jsEventListeners } = await devTools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, listeners: jsEventListeners };
}
