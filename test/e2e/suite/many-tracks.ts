import type { CDPSession } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

const CHANGES = 40;
/** What the heap may grow by over all of them; a sound that is kept costs far more than a twentieth of it. */
const MOST_GROWTH_BYTES = 1_000_000;

export function manyTracks(host: Host): void {
  it('leave nothing behind', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(
      app,
      ['Alpha', 'Beta', 'Gamma'].map((title, i) => ({ title, seconds: 20, hz: 220 + 60 * i })),
    );
    await play(page, 'Alpha');
    const devTools = await page.context().newCDPSession(page);
    const change = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i++) {
        await hearMusic(page, 0.02);
        await player(page).getByRole('button', { name: 'Next' }).click();
      }
    };
    await change(5);
    const before = await footprint(devTools);
    await change(CHANGES);
    await expect.poll(async () => (await heard(page)).length).toBeLessThanOrEqual(2);
    const after = await footprint(devTools);
    expect(after.heapBytes - before.heapBytes).toBeLessThan(MOST_GROWTH_BYTES);
    expect(after.listeners - before.listeners).toBeLessThan(CHANGES);
  });
}

async function footprint(devTools: CDPSession): Promise<{ heapBytes: number; listeners: number }> {
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const { jsEventListeners } = await devTools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, listeners: jsEventListeners };
}
