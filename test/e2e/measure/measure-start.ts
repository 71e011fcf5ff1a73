import type { Browser } from 'playwright';
import { startServer } from '../support/start-server.ts';
import type { Figure } from './figure.ts';

const RUNS = 3;

/** From starting the program to rows of the library on screen: the quickest of three. */
export async function measureStart(browser: Browser, dbPath: string): Promise<Figure[]> {
  const servedMs: number[] = [];
  const shownMs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const beganMs = performance.now();
    const server = await startServer(dbPath, 0);
    servedMs.push(performance.now() - beganMs);
    await page.goto(`${server.url}#/library`);
    await page.getByRole('grid', { name: 'Tracks' }).getByRole('row').nth(1).waitFor();
    shownMs.push(performance.now() - beganMs);
    await context.close();
    await server.stop('SIGTERM');
  }
  const seconds = (times: readonly number[]): string => `${(Math.min(...times) / 1000).toFixed(2)} s`;
  return [
    ['start to served', seconds(servedMs), ''],
    ['cold start to rows of the library', seconds(shownMs), '≤ 3 s'],
  ];
}
