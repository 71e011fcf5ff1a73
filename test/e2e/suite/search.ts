import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, row, show, titlesShown } from '../support/steps.ts';
import { openTestApp } from '../support/test-app.ts';

export function search(host: Host): void {
  it('finds tracks while the listener types', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Morning Alpha', seconds: 2, hz: 220 },
      { title: 'Evening Beta', artist: 'Zoë', seconds: 2, hz: 330 },
    ]);
    await show(page, 'Folders');
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Search the library' });
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.pressSequentially('zoe');
    await row(page, 'Evening Beta').waitFor();
    await expect.poll(() => row(page, 'Morning Alpha').count()).toBe(0);
    await field.fill('nothing like it');
    await page.getByRole('heading', { name: 'No matches' }).waitFor();
    await field.press('Escape');
    await row(page, 'Morning Alpha').waitFor();
    await page.getByRole('button', { name: /^Sort by/ }).click();
    await page.getByRole('menuitemradio', { name: 'Title' }).click();
    await expect.poll(() => titlesShown(page)).toEqual(['Evening Beta', 'Morning Alpha']);
  });
}
