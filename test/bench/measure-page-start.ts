import { buildPage } from '../../src-core/cli/build-page.ts';
import { startServing } from '../cli/run-segue.ts';
import { launchChromium } from '../support/launch-chromium.ts';

/** Milliseconds from starting the server until the page in Chromium shows tracks; null where there is no Chromium. */
export async function measurePageStart(db: string): Promise<number | null> {
  const browser = await launchChromium();
  if (browser === null) return null;
  try {
    // Once for each version of the page, and no part of starting.
    await buildPage();
    const page = await browser.newPage();
    const startedMs = performance.now();
    const serving = await startServing('serve', ['--port', '0', '--db', db]);
    try {
      await page.goto(`${serving.url}#/library`);
      await page
        .getByRole('grid', { name: 'Tracks' })
        .getByRole('button', { name: /^Play / })
        .first()
        .waitFor();
      return performance.now() - startedMs;
    } finally {
      await serving.end();
    }
  } finally {
    await browser.close();
  }
}
