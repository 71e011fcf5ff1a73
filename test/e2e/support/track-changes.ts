import type { Page } from 'playwright';
import { player } from './steps.ts';

/**
 * Goes on to the next track so many times, from the page itself: as soon as one is named to the system and heard comes the
 * next. The page must be one whose sounds are watched.
 */
export async function changeTracks(page: Page, times: number): Promise<void> {
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

export interface Footprint {
  readonly heapBytes: number;
  readonly listeners: number;
}

/** What a page holds when everything that nobody needs is gone. */
export async function footprint(page: Page): Promise<Footprint> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  const { jsEventListeners } = await devTools.send('Memory.getDOMCounters');
  await devTools.detach();
  return { heapBytes: usedSize, listeners: jsEventListeners };
}
