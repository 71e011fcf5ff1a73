import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, show } from '../support/steps.ts';
import { heard, hearMusic, openTestApp, type TestApp } from '../support/test-app.ts';

/** Tones of pitches that feel different, so that a course has something to choose from. */
const PITCHES_HZ = [220, 110, 440, 880, 1760, 3520];
/** Each of these does much of what the others do one by one. */
const TIMEOUT_MS = 120_000;

export function moodMap(host: Host): void {
  it(
    'steers the queue by mouse and by keyboard, and every course can be taken back',
    { timeout: TIMEOUT_MS },
    async () => {
      const { page } = await openMap(host);
      const map = page.getByRole('application', { name: 'Mood map' });
      await courseIs(page, 'Going where the music is heading');

      // By mouse: a target far from what plays.
      const flowing = await lineUp(page);
      await clickMood(map, { right: 0.8, down: 0.1 });
      await courseIs(page, /^Walking toward excited and pleasant/);
      await expect.poll(() => lineUp(page)).not.toEqual(flowing);
      await page.getByRole('button', { name: /^Target: excited and pleasant/ }).waitFor();
      await undo(page);
      await courseIs(page, 'Going where the music is heading');
      await expect.poll(() => lineUp(page)).toEqual(flowing);

      // By keyboard: the cursor begins in the middle of the plane.
      await map.focus();
      for (let i = 0; i < 4; i++) await map.press('Shift+ArrowUp');
      await page.getByRole('list', { name: 'Nearest tracks' }).getByRole('button').first().waitFor();
      await map.press('Enter');
      await courseIs(page, /^(Walking toward|Staying) excited/);

      const ways = page.getByRole('radiogroup', { name: 'How the queue goes on' });
      await ways.getByRole('radio', { name: 'Around' }).press(' ');
      await courseIs(page, /^Staying around excited/);
      await page.getByRole('slider', { name: 'Reach' }).press('ArrowRight');
      await ways.getByRole('radio', { name: 'Shuffle' }).press(' ');
      await courseIs(page, 'Playing by chance');
      await ways.getByRole('radio', { name: 'In order' }).click();
      await courseIs(page, 'Playing in the order of the list');
      await undo(page);
      await courseIs(page, 'Playing by chance');
      await ways.getByRole('radio', { name: 'Flow' }).click();
      await courseIs(page, 'Going where the music is heading');
    },
  );

  it('fills a journey with tracks and sets out on it', { timeout: TIMEOUT_MS }, async () => {
    const { page } = await openMap(host);
    await page.getByRole('radio', { name: 'Journey' }).first().click();
    const map = page.getByRole('application', { name: 'Mood map' });
    await clickMood(map, { right: 0.75, down: 0.5 });
    await clickMood(map, { right: 0.8, down: 0.15 });
    await expect.poll(() => page.getByRole('list', { name: 'Stops' }).getByRole('listitem').count()).toBe(2);
    await page.getByRole('spinbutton', { name: 'Length of leg 1 in tracks' }).fill('2');
    await page.getByRole('list', { name: 'Tracks of the journey' }).getByRole('listitem').nth(2).waitFor();
    // The first stop is moved by keys, and the second taken away.
    await page.getByRole('button', { name: /^Stop 1: / }).press('Shift+ArrowUp');
    await page.getByRole('button', { name: 'Remove stop 2' }).click();
    await page.getByRole('button', { name: 'Start the journey' }).click();
    await courseIs(page, /^(On the way to|Arrived)/);
  });

  it(
    'gathers tracks by a lasso and by the keyboard, and makes playlists of them',
    { timeout: TIMEOUT_MS },
    async () => {
      const { page } = await openMap(host);
      await page.getByRole('radio', { name: 'Select' }).click();
      const map = page.getByRole('application', { name: 'Mood map' });
      const selection = page.getByRole('region', { name: 'Selected tracks' });
      await draw(page, map, [
        [0.4, 0.55],
        [0.7, 0.55],
        [0.7, 0.8],
        [0.4, 0.8],
      ]);
      await selection.getByText(/^\d+ tracks selected$/).waitFor();
      await selection.getByRole('button', { name: 'Make a playlist' }).click();
      const dialog = page.getByRole('dialog', { name: 'New playlist' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Round here');
      await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
      const messages = page.getByRole('region', { name: 'Messages' });
      await messages.getByText(/^“Round here” was made, with \d+ tracks\.$/).waitFor();
      await expect.poll(() => selection.count()).toBe(0);

      await map.focus();
      for (let i = 0; i < 8; i++) await map.press(']');
      await page
        .getByRole('region', { name: 'Near the cursor' })
        .getByRole('button', { name: /^Select \d+ tracks within reach$/ })
        .press('Enter');
      await selection.getByText(/^\d+ tracks selected$/).waitFor();
      await selection.getByRole('button', { name: 'Clear the selection' }).press('Enter');
      await expect.poll(() => selection.count()).toBe(0);
    },
  );

  it(
    'lets ten seconds of a track be heard, and goes on where the music was',
    { timeout: TIMEOUT_MS },
    async () => {
      const { page } = await openMap(host, { plays: true });
      await page.getByRole('application', { name: 'Mood map' }).focus();
      await page.keyboard.press('ArrowUp');
      const near = page.getByRole('list', { name: 'Nearest tracks' });
      await near
        .getByRole('button')
        .filter({ hasNotText: `Tone ${PITCHES_HZ[0]}` })
        .first()
        .click();
      const before = await heard(page);
      await page.getByRole('button', { name: 'Hear ten seconds' }).click();
      await expect.poll(async () => soundingIds(page)).not.toContain(before[0].trackId);
      await expect.poll(async () => (await soundingIds(page)).length).toBe(1);
      const waiting = (await heard(page)).find(({ trackId }) => trackId === before[0].trackId)!;
      await page.getByRole('button', { name: 'Stop' }).click();
      await expect.poll(async () => soundingIds(page)).toEqual([before[0].trackId]);
      const [after] = await heard(page);
      expect(after.positionSeconds).toBeGreaterThanOrEqual(waiting.positionSeconds);
      expect(after.positionSeconds - waiting.positionSeconds).toBeLessThan(5);
    },
  );
}

/** The map of a library of tones. The first one plays, or waits, for as long as a test takes. */
async function openMap(host: Host, options: { readonly plays?: boolean } = {}): Promise<TestApp> {
  const app = await openTestApp(host);
  const { page } = app;
  await addTones(
    app,
    PITCHES_HZ.map((hz, i) => ({ title: `Tone ${hz}`, seconds: i === 0 ? 40 : 6, hz })),
  );
  await play(page, `Tone ${PITCHES_HZ[0]}`);
  if (options.plays) await hearMusic(page);
  else await player(page).getByRole('button', { name: 'Pause' }).click();
  await show(page, 'Mood map');
  await page.getByRole('button', { name: 'Show the whole plane' }).click();
  return app;
}

function courseIs(page: Page, words: string | RegExp): Promise<void> {
  return page.getByRole('status', { name: 'Course' }).getByText(words).waitFor();
}

function undo(page: Page): Promise<void> {
  return page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
}

/** What comes up first, as the panel beside the map shows it. */
async function lineUp(page: Page): Promise<string[]> {
  const rows = page.getByRole('region', { name: 'Coming up' }).getByRole('listitem');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

/** Clicks a place of the map, by its shares of the way from the left and from the top. */
async function clickMood(map: Locator, at: { readonly right: number; readonly down: number }): Promise<void> {
  const box = (await map.boundingBox())!;
  await map.click({ position: { x: at.right * box.width, y: at.down * box.height } });
}

/** Draws a line through places of the map with the button held down. */
async function draw(page: Page, map: Locator, places: readonly (readonly [number, number])[]): Promise<void> {
  const { x, y, width, height } = (await map.boundingBox())!;
  const [first, ...rest] = places.map(([right, down]) => [x + right * width, y + down * height] as const);
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const place of rest) await page.mouse.move(...place, { steps: 5 });
  await page.mouse.up();
}

async function soundingIds(page: Page): Promise<number[]> {
  return (await heard(page)).filter(({ playing }) => playing).map(({ trackId }) => trackId);
}
