import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const FOLDER = new URL('../../resources/icons/', import.meta.url);
const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

/** Draws `icon.svg` in every size that installers ask for. Run by hand after a change; the results are checked in. */
async function renderIcons(): Promise<void> {
  const svg = readFileSync(new URL('icon.svg', FOLDER), 'utf8');
  const browser = await chromium.launch({
    executablePath: process.env.SEGUE_CHROMIUM ?? chromium.executablePath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  mkdirSync(new URL('sizes/', FOLDER), { recursive: true });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    const image = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`sizes/${size}x${size}.png`, FOLDER), image);
    await page.close();
  }
  await browser.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await renderIcons();
