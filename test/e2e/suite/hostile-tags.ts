import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player } from '../support/steps.ts';
import { hearMusic, openTestApp } from '../support/test-app.ts';

const TITLE = `<img src=x onerror="globalThis.hacked='by a title'">`;
const ARTIST = `<script>globalThis.hacked='by an artist'</script>`;
const ALBUM = `"><style>*{display:none}</style>`;

export function hostileTags(host: Host): void {
  it('are text, and what gets into the page all the same does not run', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: TITLE, artist: ARTIST, album: ALBUM, seconds: 30, hz: 220 },
      { title: 'Plain', seconds: 30, hz: 330 },
    ]);
    await play(page, TITLE);
    await hearMusic(page);
    await player(page).getByText(TITLE, { exact: true }).waitFor();
    const ran = await page.evaluate<unknown>(`
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.hacked = 1">');
      const script = document.createElement('script');
      script.textContent = 'globalThis.hacked = 2';
      document.body.append(script);
      setTimeout('globalThis.hacked = 3');
      new Promise((resolve) => setTimeout(() => setTimeout(() => resolve(globalThis.hacked ?? null))));
    `);
    expect(ran).toBeNull();
    // The picture's address, its handler, the script and the text that was to be one.
    await expect.poll(() => app.countBlocked()).toBe(4);
    expect(await page.evaluate(`document.querySelectorAll('img[src="x"], style:empty').length`)).toBe(0);
  });
}
