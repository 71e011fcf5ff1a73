import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium } from '../support/find-chromium.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { playerSuite } from './suite/index.ts';
import { serverHost } from './support/server-host.ts';

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
  playerSuite(serverHost(() => browser));
});
