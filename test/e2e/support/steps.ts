import type { Locator, Page } from 'playwright';
import type { TestApp } from './test-app.ts';
import { writeTone, type Tone } from './music.ts';

/** What several tests do, by role and name. */
export function show(
  page: Page,
  view: 'Now playing' | 'Library' | 'Mood map' | 'Queue' | 'Folders' | 'Settings',
): Promise<void> {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: view }).click();
}

export function player(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Player' });
}

export function row(page: Page, title: string): Locator {
  return page.getByRole('list', { name: 'Tracks' }).getByRole('button', { name: `Play ${title}` });
}

/** A library of steady tones, all of it heard by Segue. */
export async function addTones(app: TestApp, tones: readonly Tone[]): Promise<void> {
  for (const tone of tones) writeTone(app.musicFolder, tone);
  await app.addFolder(app.musicFolder);
  await show(app.page, 'Folders');
  await app.page
    .getByRole('list', { name: 'Folders' })
    .getByText(`${tones.length} tracks · all heard`)
    .waitFor({ timeout: 45_000 });
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
