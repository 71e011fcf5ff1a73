import { expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { Host } from '../support/host.ts';
import type { Clicks } from '../support/music.ts';
import { addClicks, play, seekBy, show } from '../support/steps.ts';
import { hearMusic, openTestApp } from '../support/test-app.ts';

const ALPHA: Clicks = { title: 'Alpha', seconds: 24, firstSeconds: 0.31, beatsPerMinute: 120 };
/** Of another length, for what sounds the same and is equally long counts as one recording. */
const BETA: Clicks = { title: 'Beta', seconds: 26, firstSeconds: 0.17, beatsPerMinute: 121 };

/** Two clicks this close sound as one, if not a clean one. */
const TOGETHER_SECONDS = 0.03;

export function onBeat(host: Host): void {
  it('lets clicks fall together in its middle, as long as the listener wants it', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addClicks(app, [ALPHA, BETA]);
    expect(await apartInTheMiddle(page)).toBeLessThan(TOGETHER_SECONDS);

    await show(page, 'Settings');
    const together = page.getByRole('switch', { name: 'Meet on the beat' });
    await together.click();
    expect(await together.getAttribute('aria-checked')).toBe('false');
    expect(await apartInTheMiddle(page)).toBeGreaterThan(3 * TOGETHER_SECONDS);
  });
}

/** Seconds between a click of the arriving track in the middle of the crossfade and the nearest of the leaving one. */
async function apartInTheMiddle(page: Page): Promise<number> {
  await play(page, ALPHA.title);
  await hearMusic(page);
  await seekBy(page, 2);
  const [leaving, arriving] = await page.evaluate(clocksInTheMiddle);
  const untilClick = distanceToClick(arriving, BETA);
  return Math.abs(distanceToClick(leaving + untilClick, ALPHA));
}

/** Seconds from a position to the click nearest to it; below 0, that was before. */
function distanceToClick(seconds: number, { firstSeconds, beatsPerMinute }: Clicks): number {
  const beat = 60 / beatsPerMinute;
  return firstSeconds + Math.round((seconds - firstSeconds) / beat) * beat - seconds;
}

/** Runs in the page: where both decks are in the middle of the next crossfade. */
function clocksInTheMiddle(): Promise<[number, number]> {
  const { sounds } = window as unknown as { sounds: HTMLMediaElement[] };
  return new Promise((resolve) => {
    const read: [number, number][] = [];
    const timer = setInterval(() => {
      const playing = sounds.filter((sound) => sound.getAttribute('src') && !sound.paused);
      if (playing.length === 2) read.push([playing[0].currentTime, playing[1].currentTime]);
      else if (read.length > 0) {
        clearInterval(timer);
        resolve(read[Math.floor(read.length / 2)]);
      }
    }, 20);
  });
}
