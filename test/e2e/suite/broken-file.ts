import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, show } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function brokenFile(host: Host): void {
  it('is passed over, told of, and does not stop the music', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    app.allowFailedAddresses();
    await addTones(app, [
      { title: 'Alpha', seconds: 30, hz: 220 },
      { title: 'Beta', seconds: 30, hz: 330 },
      { title: 'Gamma', seconds: 30, hz: 440 },
    ]);
    // It stays a problem, whether playing or watching finds it first; a file that is gone would just be gone.
    writeFileSync(join(app.musicFolder, 'Beta.wav'), 'no music any more');
    await play(page, 'Alpha');
    await hearMusic(page);
    await page.getByRole('button', { name: 'More for Beta' }).click();
    await page.getByRole('menuitem', { name: 'Play next' }).click();
    await show(page, 'Folders');
    await page.getByRole('region', { name: 'Problems' }).getByText('Beta.wav').waitFor({ timeout: 20_000 });
    await player(page).getByRole('button', { name: 'Next' }).click();
    await player(page).getByText('Gamma', { exact: true }).waitFor();
    await hearMusic(page);
    await expect.poll(async () => (await heard(page)).filter(({ playing }) => playing)).toHaveLength(1);
  });
}
