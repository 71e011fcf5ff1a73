import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function firstRun(host: Host): void {
  it('lets a newcomer hear music with one click', async () => {
    const { page } = await openTestApp(host);
    await page.getByRole('button', { name: 'Play the demo library' }).click();
    await page.getByRole('region', { name: 'Now playing' }).getByRole('heading', { level: 1 }).waitFor();
    await hearMusic(page);
    await expect.poll(async () => (await heard(page)).filter(({ playing }) => playing)).toHaveLength(1);
    await page
      .getByRole('complementary', { name: 'Up next' })
      .getByRole('button', { name: /^Not this one/ })
      .waitFor();
  });
}
