import type { Locator, Page } from 'playwright';
import type { TestApp } from './test-app.ts';
import { type Clicks, type Tone, writeClicks, writeTone } from './music.ts';

/** What several tests do, by role and name. */
export function show(
  page: Page,
  view: 'Now playing' | 'Library' | 'Mood map' | 'Queue' | 'Playlists' | 'History' | 'Folders' | 'Settings',
): Promise<void> {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: view }).click();
}

export function player(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Player' });
}

export function row(page: Page, title: string): Locator {
  return tracks(page).getByRole('button', { name: `Play ${title}` });
}

/** The table of tracks that is shown: of the library, an album, a playlist. */
export function tracks(page: Page): Locator {
  return page.getByRole('grid', { name: 'Tracks' });
}

/** A track's row in it, to be selected or asked for its menu. */
export function trackRow(page: Page, title: string): Locator {
  return tracks(page).getByRole('row', { name: new RegExp(`^${title}, `) });
}

/** The titles of the rows in order. */
export async function titlesShown(page: Page): Promise<string[]> {
  const names = await tracks(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
  return names.filter((name) => name !== null).map((name) => name.split(', ')[0]);
}

/** Takes back what was done last, by the message that tells of it. */
export function undoByMessage(page: Page): Promise<void> {
  return page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
}

/** A library of steady tones, all of it heard by Segue. */
export async function addTones(app: TestApp, tones: readonly Tone[]): Promise<void> {
  for (const tone of tones) writeTone(app.musicFolder, tone);
  await addWritten(app, tones.length);
}

/** The same of metronomes. */
export async function addClicks(app: TestApp, tracks: readonly Clicks[]): Promise<void> {
  for (const track of tracks) writeClicks(app.musicFolder, track);
  await addWritten(app, tracks.length);
}

async function addWritten(app: TestApp, tracks: number): Promise<void> {
  await app.addFolder(app.musicFolder);
  await show(app.page, 'Folders');
  await app.page
    .getByRole('list', { name: 'Folders' })
    .getByText(`${tracks} tracks · all heard`)
    .waitFor({ timeout: 90_000 });
}

/** Plays a track from the library and waits until the player shows it. */
export async function play(page: Page, title: string): Promise<void> {
  await show(page, 'Library');
  await row(page, title).click();
  await player(page).getByText(title, { exact: true }).waitFor();
  await player(page).getByRole('button', { name: 'Pause' }).waitFor();
}

/** Moves the seek bar by whole steps of five seconds, as the arrow keys do. */
export async function seekBy(page: Page, steps: number): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Seek' });
  await slider.focus();
  for (let i = 0; i < Math.abs(steps); i++) await slider.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
}
