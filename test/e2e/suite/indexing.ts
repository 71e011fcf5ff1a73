import { expect, it } from 'vitest';
import { copyAllFormats } from '../support/music.ts';
import type { Host } from '../support/host.ts';
import { show, tracks } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function indexing(host: Host): void {
  it('adds a folder with every format, shows how it is heard, and plays each', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    const count = copyAllFormats(app.musicFolder);
    await app.addFolder(app.musicFolder);
    await show(page, 'Folders');
    await page
      .getByRole('list', { name: 'Folders' })
      .getByText(`${count} tracks · all heard`)
      .waitFor({ timeout: 90_000 });
    await show(page, 'Library');
    const rows = tracks(page).getByRole('row', { name: /, / });
    await expect.poll(() => rows.count()).toBe(count);
    const played = new Set<number>();
    for (let i = 0; i < count; i++) {
      await rows
        .nth(i)
        .getByRole('button', { name: /^Play / })
        .click();
      await expect.poll(() => rows.nth(i).getAttribute('aria-current')).toBe('true');
      await hearMusic(page, 0.2);
      for (const { trackId, playing } of await heard(page)) if (playing) played.add(trackId);
    }
    expect(played.size).toBe(count);
  });
}
