import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium } from '../electron/stand-in/find-chromium.ts';
import { playerSuite } from './suite/index.ts';
import { serverHost } from './support/server-host.ts';

const executablePath = findChromium();
if (executablePath === null) {
  console.log(
    'No Chromium here: the end-to-end tests are skipped. "npx playwright install chromium" fetches one, ' +
      'or name an installed one in SEGUE_CHROMIUM.',
  );
}

describe.skipIf(executablePath === null)('in a browser', { retry: 1 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: [
        '--disable-background-networking',
        '--no-first-run',
        '--disable-sync',
        '--disable-component-update',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  });
  afterAll(() => browser.close());
  playerSuite(serverHost(() => browser));
});
