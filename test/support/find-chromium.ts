import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium on this machine: the one named in `SEGUE_CHROMIUM`, Playwright's own, or an installed one; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.SEGUE_CHROMIUM;
  return [named, chromium.executablePath(), ...USUAL_PLACES].find((path) => path && existsSync(path)) ?? null;
}
