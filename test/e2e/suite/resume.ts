import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, seekBy, show } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function resume(host: Host): void {
  it('goes on where the listener left off', async () => {
    const app = await openTestApp(host);
    await addTones(app, [
      { title: 'Alpha', seconds: 40, hz: 220 },
      { title: 'Beta', seconds: 40, hz: 330 },
    ]);
    await play(app.page, 'Beta');
    await hearMusic(app.page);
    await seekBy(app.page, 4);
    await player(app.page).getByRole('button', { name: 'Pause' }).click();
    const { page } = await app.reopen();
    await player(page).getByText('Beta', { exact: true }).waitFor();
    await show(page, 'Library');
    expect(await page.getByRole('slider', { name: 'Seek' }).getAttribute('aria-valuetext')).toMatch(
      /^2\d seconds of 40 seconds/,
    );
    expect(await heard(page)).toEqual([]);
    await player(page).getByRole('button', { name: 'Play' }).click();
    await hearMusic(page);
    expect((await heard(page))[0].positionSeconds).toBeGreaterThan(19);
  });
}
