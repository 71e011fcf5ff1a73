import { expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { Host } from '../support/host.ts';
import { addTones, show, titlesShown, trackRow, tracks, undoByMessage } from '../support/steps.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];

export function selecting(host: Host): void {
  it('are chosen by mouse and by keys, as files are', async () => {
    const { page } = await openWithTones(host);
    await trackRow(page, 'Beta').click();
    expect(await selected(page)).toEqual(['Beta']);
    await trackRow(page, 'Delta').click({ modifiers: ['Shift'] });
    await expect.poll(() => selected(page)).toEqual(['Beta', 'Delta']);
    await trackRow(page, 'Alpha').click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(() => selected(page)).toEqual(['Alpha', 'Beta', 'Delta']);
    await page.getByRole('toolbar', { name: 'Selected tracks' }).getByText('3 tracks selected').waitFor();

    await page.keyboard.press('Escape');
    await expect.poll(() => selected(page)).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => selected(page)).toEqual(['Alpha', 'Beta']);
    await page.keyboard.press('ControlOrMeta+ArrowDown');
    await page.keyboard.press('ControlOrMeta+Space');
    await expect.poll(() => selected(page)).toEqual(['Alpha', 'Beta', 'Delta']);
    await page.keyboard.press('ControlOrMeta+a');
    await expect.poll(() => selected(page)).toEqual([...TITLES].sort());
  });

  it('have a menu, by the other button and by key, and it says what it did', async () => {
    const { page } = await openWithTones(host);
    await trackRow(page, 'Gamma').click({ button: 'right' });
    await page.getByRole('menu', { name: 'Actions for “Gamma”' }).waitFor();
    await page.getByRole('menuitem', { name: 'Love' }).click();
    await trackRow(page, 'Gamma').getByLabel('Loved').waitFor();
    await undoByMessage(page);
    await expect.poll(() => trackRow(page, 'Gamma').getByLabel('Loved').count()).toBe(0);

    await trackRow(page, 'Alpha').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'Actions for 2 tracks' }).waitFor();
    await page.getByRole('menuitem', { name: 'Add to queue' }).click();
    await page.getByText('2 tracks added to the queue.').waitFor();
    // The keyboard is where it was.
    await expect.poll(() => focused(page)).toMatch(/^Beta/);

    await trackRow(page, 'Delta').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Details' }).click();
    const details = page.getByRole('dialog', { name: 'Delta' });
    await details.getByText('WAV, 16 kHz, mono').waitFor();
    await details.getByRole('button', { name: 'Done' }).click();
    await details.waitFor({ state: 'hidden' });
  });

  it('are shown by the columns that the listener chooses, from then on', async () => {
    const app = await openWithTones(host);
    const { page } = app;
    const header = (name: string) => tracks(page).getByRole('columnheader', { name });
    await header('Album').waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Album' }).click();
    await expect.poll(() => header('Album').count()).toBe(0);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Format' }).click();
    await header('Format').waitFor();
    await header('Title').getByRole('button').click();
    await header('Title').getByRole('button').click();
    await expect.poll(() => titlesShown(page)).toEqual([...TITLES].sort().reverse());
    await page.reload();
    await header('Format').waitFor();
    expect(await header('Album').count()).toBe(0);
  });
}

async function openWithTones(host: Host): Promise<TestApp> {
  const app = await openTestApp(host);
  await addTones(
    app,
    TITLES.map((title, i) => ({ title, seconds: 3, hz: 220 + 60 * i })),
  );
  await show(app.page, 'Library');
  await expect.poll(() => titlesShown(app.page)).toHaveLength(TITLES.length);
  return app;
}

async function selected(page: Page): Promise<string[]> {
  const names = await tracks(page)
    .getByRole('row', { selected: true })
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.split(', ')[0]);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}
