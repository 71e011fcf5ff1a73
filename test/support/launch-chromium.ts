import { type Browser, chromium } from 'playwright';
import { findChromium } from './find-chromium.ts';

/** The Chromium of this computer, which talks to nobody. Null where there is none. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  return chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--no-first-run',
      '--disable-sync',
      '--disable-component-update',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
    ],
  });
}
