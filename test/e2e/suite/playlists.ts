import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, show, titlesShown, trackRow, undoByMessage } from '../support/steps.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** Far apart, near, far: as they stand they jolt. */
const PITCHES_HZ = [200, 3200, 240, 2700, 290, 2300];
const TITLES = PITCHES_HZ.map((_, i) => `Tone ${i + 1}`);

export function playlists(host: Host): void {
  it('are made of what is selected, and put in order by keys and by dragging', async () => {
    const { page } = await openWithTones(host);
    await page.getByRole('button', { name: /^Sort by/ }).click();
    await page.getByRole('menuitemradio', { name: 'Title' }).click();
    await trackRow(page, 'Tone 1').click();
    await trackRow(page, 'Tone 4').click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Add selected to playlist' }).click();
    await page.getByRole('menuitem', { name: 'New playlist…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Evening');
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await page.getByText('The playlist “Evening” was made.').waitFor();

    await openPlaylist(page, 'Evening');
    const [one, two, three, four] = TITLES;
    await expect.poll(() => titlesShown(page)).toEqual([one, two, three, four]);
    await trackRow(page, one).click();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => titlesShown(page)).toEqual([two, one, three, four]);
    await trackRow(page, four).dragTo(trackRow(page, two), { targetPosition: { x: 200, y: 4 } });
    await expect.poll(() => titlesShown(page)).toEqual([four, two, one, three]);
    await trackRow(page, two).click();
    await page.keyboard.press('Delete');
    await expect.poll(() => titlesShown(page)).toEqual([four, one, three]);
    await undoByMessage(page);
    await expect.poll(() => titlesShown(page)).toEqual([four, two, one, three]);

    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Late evening');
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await page.getByRole('heading', { name: 'Late evening', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Delete playlist' }).click();
    await page.getByRole('heading', { name: 'No playlists yet' }).waitFor();
    await undoByMessage(page);
    await openPlaylist(page, 'Late evening');
    await expect.poll(() => titlesShown(page)).toEqual([four, two, one, three]);
  });

  it('of other players are read, and ours can be read by them', async () => {
    const app = await openWithTones(host);
    const { page, musicFolder } = app;
    const file = (i: number): string => join(musicFolder, `${TITLES[i]}.wav`);
    const lines = [
      '#EXTM3U',
      '#EXTINF:3,The Tones - one',
      file(0),
      `file://${encodeURI(file(2))}`,
      `${TITLES[1]}.wav`,
      '/not/in/the/library.mp3',
    ];
    await open(page, 'From elsewhere.m3u8', `\uFEFF${lines.join('\r\n')}\r\n`);
    const report = page.getByRole('dialog', { name: 'Not in your library' });
    await report.getByText('/not/in/the/library.mp3').waitFor();
    await report.getByRole('button', { name: 'Done' }).click();
    await openPlaylist(page, 'From elsewhere');
    await expect.poll(() => titlesShown(page)).toEqual([TITLES[0], TITLES[2], TITLES[1]]);

    const saved = join(dirname(musicFolder), 'saved.m3u8');
    await app.saveAs(saved, () => page.getByRole('button', { name: 'Export as M3U8' }).click());
    const text = readFileSync(saved, 'utf8');
    expect(text).toMatch(/^#EXTM3U\n#PLAYLIST:From elsewhere\n#EXTINF:3,The Tones - Tone 1\n/);
    const paths = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const absolute = paths.map((path) => join(path.startsWith('/') ? '' : dirname(saved), path));
    expect(absolute).toEqual([file(0), file(2), file(1)]);
    await open(page, 'saved.m3u8', text);
    await expect.poll(() => page.getByRole('link', { name: /^From elsewhere/ }).count()).toBe(2);
  });

  it('are smoothed, and made rough again', async () => {
    const app = await openWithTones(host);
    const { page, musicFolder } = app;
    await open(page, 'Rough.m3u', TITLES.map((title) => join(musicFolder, `${title}.wav`)).join('\n'));
    await openPlaylist(page, 'Rough');
    await expect.poll(() => titlesShown(page)).toEqual(TITLES);
    await page.getByText(/\d\.\d\d from track to track$/).waitFor();
    await page.getByRole('button', { name: 'Smooth' }).click();
    const message = await page.getByText(/^Smoothed: /).textContent();
    const [before, after] = [...message!.matchAll(/\d\.\d\d/g)].map(([number]) => Number(number));
    expect(after).toBeLessThan(before);
    await expect.poll(() => titlesShown(page)).not.toEqual(TITLES);
    await undoByMessage(page);
    await expect.poll(() => titlesShown(page)).toEqual(TITLES);
  });
}

async function openWithTones(host: Host): Promise<TestApp> {
  const app = await openTestApp(host);
  await addTones(
    app,
    TITLES.map((title, i) => ({ title, seconds: 3, hz: PITCHES_HZ[i] })),
  );
  await show(app.page, 'Library');
  await expect.poll(() => titlesShown(app.page)).toHaveLength(TITLES.length);
  return app;
}

async function openPlaylist(page: Page, name: string): Promise<void> {
  await show(page, 'Playlists');
  await page.getByRole('list', { name: 'Playlists' }).getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** Imports a playlist file as a person does who chooses it in the system's dialog. */
async function open(page: Page, name: string, text: string): Promise<void> {
  await show(page, 'Playlists');
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await dialog).setFiles({ name, mimeType: 'audio/x-mpegurl', buffer: Buffer.from(text) });
}
