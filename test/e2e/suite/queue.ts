import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, show } from '../support/steps.ts';
import { openTestApp } from '../support/test-app.ts';

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];

export function queue(host: Host): void {
  it('is reordered by keys and by dragging, and every change can be taken back', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(
      app,
      TITLES.map((title, i) => ({ title, seconds: 20, hz: 220 + 60 * i })),
    );
    await play(page, 'Alpha');
    await show(page, 'Queue');
    await expect.poll(async () => (await upcoming(page)).length).toBeGreaterThanOrEqual(4);
    const [first, second, third, ...rest] = await upcoming(page);

    await page
      .getByRole('button', { name: `Reorder ${first}` })
      .first()
      .press('ArrowDown');
    await expect.poll(() => upcoming(page)).toEqual([second, first, third, ...rest]);
    await page
      .getByRole('status', { name: 'Queue changes' })
      .getByText(`${first} moved to place 2`)
      .waitFor();

    const rows = page.getByRole('list', { name: 'Up next' }).getByRole('listitem');
    await rows.nth(2).dragTo(rows.nth(0), { targetPosition: { x: 200, y: 5 } });
    await expect.poll(() => upcoming(page)).toEqual([third, second, first, ...rest]);

    await page
      .getByRole('button', { name: `Remove ${third}` })
      .first()
      .click();
    await expect.poll(async () => (await upcoming(page))[0]).toBe(second);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await upcoming(page)).slice(0, 3)).toEqual([third, second, first]);

    await page
      .getByRole('button', { name: `Not this one: ${third}` })
      .first()
      .click();
    await expect.poll(async () => (await upcoming(page))[0]).not.toBe(third);
  });

  it('takes a track from the library as the next one', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(
      app,
      TITLES.map((title, i) => ({ title, seconds: 20, hz: 220 + 60 * i })),
    );
    await play(page, 'Alpha');
    await page.getByRole('button', { name: 'More for Delta' }).click();
    await page.getByRole('menuitem', { name: 'Play next' }).click();
    await show(page, 'Queue');
    await expect.poll(async () => (await upcoming(page))[0]).toBe('Delta');
  });
}

/** Read at one moment: a row that leaves between two questions would be waited for. */
function upcoming(page: Page): Promise<string[]> {
  const rows = page.getByRole('list', { name: 'Up next' }).getByRole('listitem');
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}
