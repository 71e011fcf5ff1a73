import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { writeTone } from '../support/music.ts';
import { show, titlesShown } from '../support/steps.ts';
import { openTestApp } from '../support/test-app.ts';

export function browsing(host: Host): void {
  it('lead to albums, artists and folders, and back', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    const tone = (folder: string, title: string, artist: string, album: string): void => {
      writeTone(join(app.musicFolder, folder), { title, artist, album, seconds: 2, hz: 300 });
    };
    tone('Ann/First', 'Dawn', 'Ann', 'First');
    tone('Ann/First', 'Dusk', 'Ann', 'First');
    tone('Ann/Second', 'Noon', 'Ann', 'Second');
    tone('Zoë', 'Night', 'Zoë', 'Alone');
    tone('', 'Loose', 'Bob', 'Odds');
    await app.addFolder(app.musicFolder);
    await show(page, 'Library');
    await expect.poll(() => titlesShown(page)).toHaveLength(5);

    await page.getByRole('tab', { name: 'Artists' }).click();
    await page
      .getByRole('list', { name: 'Artists' })
      .getByRole('link', { name: /^Ann 2 albums · 3 tracks/ })
      .click();
    await page.getByRole('heading', { name: 'Ann', level: 1 }).waitFor();
    await expect.poll(() => titlesShown(page)).toHaveLength(3);
    await page
      .getByRole('list', { name: 'Albums' })
      .getByRole('link', { name: /^Second/ })
      .click();
    await page.getByRole('heading', { name: 'Second', level: 1 }).waitFor();
    await expect.poll(() => titlesShown(page)).toEqual(['Noon']);
    await page.goBack();
    await page.goBack();
    await page.getByRole('list', { name: 'Artists' }).getByRole('link', { name: /^Zoë/ }).waitFor();

    await page.getByRole('searchbox', { name: 'Search the library' }).fill('ann');
    await expect.poll(() => page.getByRole('list', { name: 'Artists' }).getByRole('link').count()).toBe(1);
    await page.getByRole('tab', { name: 'Albums 2' }).click();
    await page
      .getByRole('list', { name: 'Albums' })
      .getByRole('link', { name: /^First/ })
      .waitFor();
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('');

    await page.getByRole('tab', { name: 'Folders' }).click();
    const folders = page.getByRole('list', { name: 'Folders' });
    await folders.getByRole('link', { name: /^music/ }).click();
    await folders.getByRole('link', { name: 'Ann 3 tracks' }).click();
    await folders.getByRole('link', { name: 'First 2 tracks' }).click();
    await expect.poll(() => titlesShown(page)).toEqual(['Dawn', 'Dusk']);
    await page.getByRole('link', { name: 'Ann' }).click();
    await folders.getByRole('link', { name: 'Second 1 track' }).waitFor();
  });
}
