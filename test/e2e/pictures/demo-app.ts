import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { startServer, type Server } from '../support/start-server.ts';

export interface DemoApp {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const LISTENING_TIMEOUT_MS = 600_000;

/**
 * Segue with a library to move into.
 * @param libraryIn makes or names a library; the folder that it is given is gone afterwards
 */
export async function openDemoApp(
  libraryIn: (scratch: string) => Promise<string> | string,
): Promise<DemoApp> {
  const scratch = mkdtempSync(join(tmpdir(), 'segue-pictures-'));
  const server: Server = await startServer(await libraryIn(scratch), 0);
  return {
    url: server.url,
    close: async () => {
      await server.stop('SIGTERM');
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Adds the demo library where it is not there yet, waits until all of it is heard, and makes it look lived in. */
export async function moveIn(page: Page): Promise<void> {
  page.setDefaultTimeout(30_000);
  const demo = page.getByRole('button', { name: 'Play the demo library' });
  const nav = page.getByRole('navigation', { name: 'Main' });
  await demo.or(nav).first().waitFor();
  if (await demo.isVisible()) {
    await demo.click();
    await nav.waitFor({ timeout: LISTENING_TIMEOUT_MS });
    // Segue listens slowly to new music while other music plays.
    await page.getByRole('contentinfo', { name: 'Player' }).getByRole('button', { name: 'Pause' }).click();
  }
  await nav.waitFor();
  await page.evaluate(() => void (location.hash = '#/folders'));
  await page.getByText('all heard').first().waitFor({ timeout: LISTENING_TIMEOUT_MS });
  await makePlaylist(page, 'Late evening', [1, 6]);
  await makePlaylist(page, 'For the train', [5, 14]);
  await listen(page);
}

async function makePlaylist(page: Page, name: string, [from, to]: readonly [number, number]): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/playlists'));
  await page.getByRole('heading', { name: 'Playlists', exact: true }).waitFor();
  if ((await page.getByRole('link', { name }).count()) > 0) return;
  await page.evaluate(() => void (location.hash = '#/library'));
  const rows = page.getByRole('grid', { name: 'Tracks' }).getByRole('row');
  await rows.nth(from).click();
  await rows.nth(from + 1).waitFor();
  for (let row = from; row < to; row++) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Add selected to playlist' }).click();
  await page.getByRole('menuitem', { name: 'New playlist…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Make playlist' }).click();
  await page.getByText(`The playlist “${name}” was made.`).waitFor();
  // While it goes, its overlay still takes what is pressed.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Plays a few tracks, so that there is a history and a queue that has come some way; then pauses. */
async function listen(page: Page): Promise<void> {
  const player = page.getByRole('contentinfo', { name: 'Player' });
  await page.evaluate(() => void (location.hash = '#/library'));
  const first = page.getByRole('grid', { name: 'Tracks' }).getByRole('row').nth(3);
  await first
    .getByRole('button', { name: /^(Play|Pause)/ })
    .first()
    .click();
  const pause = player.getByRole('button', { name: 'Pause' });
  await pause.waitFor();
  for (let i = 0; i < 3; i++) await player.getByRole('button', { name: 'Next' }).click();
  await pause.click();
  await player.getByRole('button', { name: 'Play', exact: true }).waitFor();
}
