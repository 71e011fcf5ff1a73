import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { makeListenedLibrary } from '../support/listened-library.ts';
import { startServer } from '../support/start-server.ts';
import { watchSounds } from '../support/test-app.ts';
import { changeTracks, footprint } from '../support/track-changes.ts';
import type { Figure } from './figure.ts';

const WARM_UP = 30;
const CHANGES = 500;

/** What five hundred changes of track leave behind in the page. */
export async function measureChanges(browser: Browser): Promise<Figure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'segue-changes-'));
  const server = await startServer(await makeListenedLibrary(scratch), 0);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.addInitScript(watchSounds);
    await page.goto(`${server.url}#/library`);
    await page
      .getByRole('grid', { name: 'Tracks' })
      .getByRole('button', { name: /^Play / })
      .first()
      .click();
    await changeTracks(page, WARM_UP);
    const before = await footprint(page);
    await changeTracks(page, CHANGES);
    const after = await footprint(page);
    const grownMb = (after.heapBytes - before.heapBytes) / 1e6;
    return [
      [`${CHANGES} changes of track: heap grown`, `${grownMb.toFixed(2)} MB`, '≤ 1 MB'],
      [`${CHANGES} changes of track: listeners grown`, String(after.listeners - before.listeners), '≤ 125'],
    ];
  } finally {
    await page.close();
    await server.stop('SIGTERM');
    rmSync(scratch, { recursive: true, force: true });
  }
}
