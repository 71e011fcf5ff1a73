import { join } from 'node:path';
import { it } from 'vitest';
import type { Host } from '../support/host.ts';
import { writeTone } from '../support/music.ts';
import { addTones, row, show } from '../support/steps.ts';
import { openTestApp } from '../support/test-app.ts';

export function watching(host: Host): void {
  it('shows an album that is copied into a watched folder, and hears it', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Alpha', seconds: 4, hz: 220 },
      { title: 'Beta', seconds: 4, hz: 330 },
    ]);
    const album = join(app.musicFolder, 'New Album');
    for (const [i, title] of ['Dawn', 'Noon'].entries()) {
      writeTone(album, { title, album: 'New Album', trackNo: i + 1, seconds: 4, hz: 260 + 90 * i });
    }
    await show(page, 'Library');
    await row(page, 'Dawn').waitFor({ timeout: 20_000 });
    await show(page, 'Folders');
    await page
      .getByRole('list', { name: 'Folders' })
      .getByText('4 tracks · all heard')
      .waitFor({ timeout: 20_000 });
    await show(page, 'Library');
    await page.getByRole('tab', { name: 'Albums' }).click();
    await page.getByRole('link', { name: /New Album/ }).click();
    await page.getByRole('heading', { name: 'New Album' }).waitFor();
    await row(page, 'Noon').waitFor();
  });
}
