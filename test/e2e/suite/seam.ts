import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play, player, show } from '../support/steps.ts';
import { heard, hearMusic, openTestApp } from '../support/test-app.ts';

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta'];
/** Lead, the longest crossfade there is, tail, and time for a busy machine. */
const PREVIEW_TIMEOUT_MS = 60_000;

export function seam(host: Host): void {
  it('is heard ahead of its time, and the music comes back to the same second', async () => {
    const page = await playAlpha(host);
    await hearMusic(page, 1);
    await player(page).getByRole('button', { name: 'Pause' }).click();
    await show(page, 'Now playing');
    const [before] = await heard(page);
    await page.getByRole('button', { name: 'Hear the seam' }).click();
    await page.getByRole('status', { name: 'Hearing the seam' }).getByText('Playing the seam').waitFor();
    await expect
      .poll(
        async () => (await heard(page)).some(({ playing, trackId }) => playing && trackId !== before.trackId),
        {
          timeout: PREVIEW_TIMEOUT_MS,
        },
      )
      .toBe(true);
    await page
      .getByRole('status', { name: 'Hearing the seam' })
      .getByText(/^Back at/)
      .waitFor({ timeout: PREVIEW_TIMEOUT_MS });
    expect((await heard(page)).some(({ playing }) => playing)).toBe(false);
    await player(page).getByText('Alpha', { exact: true }).waitFor();
    await player(page).getByRole('button', { name: 'Play' }).click();
    await hearMusic(page);
    const after = (await heard(page)).find(({ playing }) => playing);
    expect(after?.trackId).toBe(before.trackId);
    expect(after?.positionSeconds).toBeGreaterThanOrEqual(before.positionSeconds);
    // The seam lies more than twenty seconds further on.
    expect(after?.positionSeconds).toBeLessThan(before.positionSeconds + 10);

    // It can be broken off, and the queue has heard of none of it.
    await page.keyboard.press('s');
    await page.getByRole('button', { name: /^Back to 0:/ }).click();
    await page.getByRole('button', { name: 'Hear the seam' }).waitFor();
    await show(page, 'Queue');
    await page.getByRole('list', { name: 'Now playing' }).getByRole('listitem', { name: 'Alpha' }).waitFor();
    expect(await page.getByRole('list', { name: 'Played' }).count()).toBe(0);
  });

  it('says why in numbers, and which tracks were passed over', async () => {
    const page = await playAlpha(host);
    await show(page, 'Now playing');
    const next = page.getByRole('region', { name: /^Next: / });
    await next.getByRole('figure', { name: /^Where the two tracks meet/ }).waitFor();
    await next.getByRole('button', { name: 'Why this?' }).click();
    const why = page.getByRole('dialog', { name: 'Why this?' });
    await why.getByText('Jump to expect').waitFor();
    await why.getByText(/^Passed over/).waitFor();
    expect(await why.getByRole('listitem').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
    await expect
      .poll(() =>
        next.getByRole('button', { name: 'Why this?' }).evaluate((it) => it === document.activeElement),
      )
      .toBe(true);
  });

  it('goes elsewhere when the next track is not wanted, and stays when it is pinned', async () => {
    const page = await playAlpha(host);
    await show(page, 'Now playing');
    const first = await nextTitle(page);
    await page.getByRole('button', { name: `Pin ${first}`, exact: true }).click();
    await page.getByRole('button', { name: `Unpin ${first}` }).waitFor();
    await page.getByRole('button', { name: 'Not this one', exact: true }).click();
    await expect.poll(() => nextTitle(page)).not.toBe(first);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => nextTitle(page)).toBe(first);
  });
}

async function playAlpha(host: Host): Promise<Page> {
  const app = await openTestApp(host);
  await addTones(
    app,
    TITLES.map((title, i) => ({ title, seconds: 40, hz: 220 + 60 * i })),
  );
  await play(app.page, 'Alpha');
  return app.page;
}

async function nextTitle(page: Page): Promise<string | undefined> {
  const label = await page.getByRole('region', { name: /^Next: / }).getAttribute('aria-label');
  return label?.replace('Next: ', '');
}
