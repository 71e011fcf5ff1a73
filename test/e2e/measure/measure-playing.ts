import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { makeListenedLibrary } from '../support/listened-library.ts';
import { startServer } from '../support/start-server.ts';
import type { Figure } from './figure.ts';

/** Within one track of the made-up library, so that no crossfade falls into it. */
const WATCHED_MS = 12_000;
const SETTLE_MS = 2_000;

/** What music costs to look at: the processor's time of all of Chromium while a track plays, drawn without a graphics card. */
export async function measurePlaying(browser: Browser): Promise<Figure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'segue-playing-'));
  const server = await startServer(await makeListenedLibrary(scratch), 0);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const chromium = await browser.newBrowserCDPSession();
  const cpuSeconds = async (): Promise<number> => {
    const { processInfo } = await chromium.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  try {
    const figures: Figure[] = [];
    for (const [view, name] of [
      ['library', 'the library'],
      ['now-playing', 'what plays'],
    ] as const) {
      await page.goto(`${server.url}#/library`);
      await page
        .getByRole('grid', { name: 'Tracks' })
        .getByRole('button', { name: /^Play / })
        .first()
        .click();
      await page.evaluate((to) => void (location.hash = `#/${to}`), view);
      await page.waitForTimeout(SETTLE_MS);
      const before = await cpuSeconds();
      await page.waitForTimeout(WATCHED_MS);
      const share = ((await cpuSeconds()) - before) / (WATCHED_MS / 1000);
      figures.push([
        `music plays, ${name} is shown: of one core`,
        `${(share * 100).toFixed(1)} %`,
        'a few percent',
      ]);
    }
    return figures;
  } finally {
    await chromium.detach();
    await page.close();
    await server.stop('SIGTERM');
    rmSync(scratch, { recursive: true, force: true });
  }
}
