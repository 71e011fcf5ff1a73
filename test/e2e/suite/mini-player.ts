import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function miniPlayer(host: Host): void {
  // The desktop's Chromium opens no such windows: there, the window itself becomes the mini player.
  it.skipIf(host.name === 'desktop')(
    'is a window of its own that plays on, is dressed as the page is and goes when it is closed',
    async () => {
      const app = await openTestApp(host);
      const { page } = app;
      await addTones(
        app,
        ['Alpha', 'Beta'].map((title, i) => ({ title, seconds: 20, hz: 220 + 60 * i })),
      );
      await play(page, 'Alpha');
      const [mini] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('i')]);
      await mini.getByText('Alpha', { exact: true }).waitFor();
      const [dress, own] = await Promise.all(
        [mini, page].map((shown) => shown.evaluate(() => getComputedStyle(document.body).fontFamily)),
      );
      expect(dress).toBe(own);

      await mini.getByRole('button', { name: 'Pause' }).click();
      await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
      await mini.getByRole('button', { name: 'Next' }).click();
      await mini.getByText('Beta', { exact: true }).waitFor();
      await mini.getByRole('button', { name: 'Play', exact: true }).click();
      await hearMusic(page);

      await mini.close();
      await hearMusic(page);
      expect((await heard(page)).some(({ playing }) => playing)).toBe(true);
      const [again] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('i')]);
      await again.getByText('Beta', { exact: true }).waitFor();
      await page.keyboard.press('i');
      await expect.poll(() => again.isClosed()).toBe(true);
    },
  );
}
