import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium } from '../../support/find-chromium.ts';
import { launchChromium } from '../../support/launch-chromium.ts';
import type { Host } from './host.ts';
import { serverHost } from './server-host.ts';

/** Runs a suite in a real Chromium, on `segue serve`. What a browser misses once on a busy machine is tried again. */
export function inBrowser(suite: (host: Host) => void): void {
  const isMissing = findChromium() === null;
  if (isMissing) {
    console.log(
      'No Chromium here: the end-to-end tests are skipped. "npx playwright install chromium" fetches one, ' +
        'or name an installed one in SEGUE_CHROMIUM.',
    );
  }
  describe.skipIf(isMissing)('in a browser', { retry: 1 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = (await launchChromium())!;
    });
    afterAll(() => browser.close());
    suite(serverHost(() => browser));
  });
}
