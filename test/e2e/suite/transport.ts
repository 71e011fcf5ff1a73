import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, seekBy } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

export function transport(host: Host): void {
  it('plays, pauses, seeks and goes on to the next track and back', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Alpha', seconds: 40, hz: 220 },
      { title: 'Beta', seconds: 40, hz: 330 },
    ]);
    await play(page, 'Alpha');
    await hearMusic(page);
    await seekBy(page, 4);
    await expect.poll(async () => (await heard(page))[0].positionSeconds).toBeGreaterThan(19);
    await player(page).getByRole('button', { name: 'Pause' }).click();
    expect((await heard(page)).some(({ playing }) => playing)).toBe(false);
    await page.keyboard.press('k');
    await hearMusic(page);
    await player(page).getByRole('button', { name: 'Next' }).click();
    await player(page).getByText('Beta', { exact: true }).waitFor();
    await page
      .getByRole('status', { name: 'Track changes' })
      .getByText('Now playing: Beta by The Tones')
      .waitFor();
    await player(page).getByRole('button', { name: 'Previous' }).click();
    await player(page).getByText('Alpha', { exact: true }).waitFor();
    await hearMusic(page);
  });
}
