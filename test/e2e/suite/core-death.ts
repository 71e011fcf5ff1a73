import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, row, show, tracks } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function coreDeath(host: Host): void {
  it('does not stop the music, and the core is found again when it is back', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Alpha', seconds: 30, hz: 220 },
      { title: 'Beta', seconds: 30, hz: 330 },
    ]);
    await play(page, 'Alpha');
    await hearMusic(page, 1);
    app.allowFailedAddresses();
    await app.killCore();
    await page.getByRole('alert').waitFor();
    const [before] = await heard(page);
    await hearMusic(page, 1);
    await app.reviveCore();
    await page.getByRole('alert').waitFor({ state: 'hidden', timeout: 30_000 });
    const [after] = await heard(page);
    expect(after.trackId).toBe(before.trackId);
    expect(after.positionSeconds).toBeGreaterThan(before.positionSeconds);
    expect(after.playing).toBe(true);
    await player(page).getByRole('button', { name: 'Next' }).click();
    await player(page).getByText('Beta', { exact: true }).waitFor();
    await hearMusic(page);
  });

  it('leaves a list that is opened meanwhile waiting, not empty, and fills it afterwards', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Alpha', seconds: 5, hz: 220 },
      { title: 'Beta', seconds: 5, hz: 330 },
    ]);
    app.allowFailedAddresses();
    await app.killCore();
    await page.getByRole('alert').waitFor();
    await show(page, 'Library');
    await tracks(page).waitFor();
    expect(await page.getByRole('heading', { name: 'The library is empty' }).count()).toBe(0);
    await app.reviveCore();
    await row(page, 'Alpha').waitFor({ timeout: 30_000 });
    await page.getByRole('tab', { name: 'Artists' }).click();
    await page.getByRole('list', { name: 'Artists' }).getByRole('link').waitFor();
  });
}
