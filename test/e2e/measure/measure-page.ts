import { launchChromium } from '../../support/launch-chromium.ts';
import { startServer } from '../support/start-server.ts';
import type { Figure } from './figure.ts';
import { measureChanges } from './measure-changes.ts';
import { measureMap } from './measure-map.ts';
import { measurePlaying } from './measure-playing.ts';
import { measureScrolling } from './measure-scrolling.ts';
import { measureSearch } from './measure-search.ts';
import { measureSeeks } from './measure-seeks.ts';
import { measureStart } from './measure-start.ts';

/** Measures the page over a library that exists. */
export async function measurePage(dbPath: string): Promise<Figure[]> {
  const browser = await launchChromium(['--mute-audio', '--autoplay-policy=no-user-gesture-required']);
  if (browser === null) return [['the page', 'left out: there is no Chromium', '']];
  try {
    // The page is built and the computer's caches are warm: what is measured is Segue's start, not the first build.
    await (await startServer(dbPath, 0)).stop('SIGTERM');
    const start = await measureStart(browser, dbPath);
    const server = await startServer(dbPath, 0);
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(`${server.url}#/library`);
      await page.getByRole('grid', { name: 'Tracks' }).getByRole('row').nth(1).waitFor();
      const list = [
        ...(await measureSearch(page)),
        ...(await measureScrolling(browser, page)),
        ...(await measureMap(page)),
      ];
      await page.close();
      return [
        ...start,
        ...list,
        ...(await measurePlaying(browser)),
        ...(await measureSeeks(browser)),
        ...(await measureChanges(browser)),
      ];
    } finally {
      await server.stop('SIGTERM');
    }
  } finally {
    await browser.close();
  }
}
