/**
 * `npm run screenshots`: every view as it looks, in light and dark, wide and narrow, from the running player over the demo
 * library, into `resources/pictures`. `--out FOLDER` puts them elsewhere, `--only NAME` takes the scenes whose names begin
 * so, `--db FILE` keeps the library from one run to the next.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Browser, Page } from 'playwright';
import { moveIn, openDemoApp } from './demo-app.ts';
import { launchChromium } from '../../support/launch-chromium.ts';
import { type Scene, SCENES } from './scenes.ts';
import { toWebp } from './to-webp.ts';

const PICTURES = fileURLToPath(new URL('../../../resources/pictures', import.meta.url));
const SIZES = { wide: { width: 1280, height: 800 }, narrow: { width: 480, height: 860 } } as const;
const THEMES = ['light', 'dark'] as const;

const { out, only, db } = new Command()
  .option('--out <folder>', 'where to put them', PICTURES)
  .option('--only <name>', 'the scenes whose names begin like this', '')
  .option('--db <file>', 'a library to use and to keep')
  .parse()
  .opts<{ out: string; only: string; db?: string }>();

const browser = await launchChromium(['--mute-audio', '--autoplay-policy=no-user-gesture-required']);
if (browser === null) {
  process.stderr.write('There is no Chromium here; SEGUE_CHROMIUM names one.\n');
  process.exit(1);
}
const inScratch = (scratch: string): string => join(scratch, 'segue.db');
const app = await openDemoApp((scratch) => db ?? inScratch(scratch));
mkdirSync(out, { recursive: true });
try {
  await takeFirstRun(browser);
  const page = await browser.newPage({ viewport: SIZES.wide, reducedMotion: 'reduce' });
  await page.goto(app.url);
  await moveIn(page);
  const writer = await browser.newPage();
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const { name, show } of SCENES.filter(isWanted)) {
        await page.goto('about:blank');
        await page.goto(app.url);
        await show(page);
        await take(page, writer, `${name}-${colorScheme}-${size}`);
      }
    }
  }
} finally {
  await browser.close();
  await app.close();
}

function isWanted({ name, isForTestsAlone }: Scene): boolean {
  return only === '' ? isForTestsAlone !== true : name.startsWith(only);
}

/** Segue as it is when it is opened for the first time: with a library of its own. */
async function takeFirstRun(own: Browser): Promise<void> {
  if (!'first-run'.startsWith(only)) return;
  const empty = await openDemoApp(inScratch);
  const writer = await own.newPage();
  try {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of THEMES) {
        const page = await own.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
        await page.goto(empty.url);
        await page.getByRole('button', { name: 'Play the demo library' }).waitFor();
        await take(page, writer, `first-run-${colorScheme}-${size}`);
        await page.close();
      }
    }
  } finally {
    await empty.close();
  }
}

async function take(page: Page, writer: Page, name: string): Promise<void> {
  // Pictures and fonts, and whatever follows from what has just come.
  await page.waitForLoadState('networkidle');
  // Those below the window are not loaded, and would be waited for in vain.
  await page.evaluate(() =>
    Promise.all([
      document.fonts.ready,
      ...[...document.images]
        .filter(({ complete }) => complete)
        .map((image) => image.decode().catch(() => undefined)),
    ]),
  );
  writeFileSync(join(out, `${name}.webp`), await toWebp(writer, await page.screenshot()));
}
