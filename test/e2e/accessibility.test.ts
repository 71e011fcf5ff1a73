import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../support/find-chromium.ts';
import { type DemoApp, moveIn, openDemoApp } from './pictures/demo-app.ts';
import { SCENES } from './pictures/scenes.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { makeListenedLibrary } from './support/listened-library.ts';
import { outOfReach, unseenFocus } from './support/reach.ts';

const THEMES = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'high contrast', media: { colorScheme: 'light', contrast: 'more' } },
  { name: 'high contrast, dark', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;
/** What another theme can break; all else is the same in each. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS_PX = [2560, 1280, 900, 700, 480];
const WIDTHS_OF_LARGE_TEXT_PX = [1280, 640];
/** What a listener has set in the browser's own settings; the usual size is 16 px. */
const LARGE_TEXT = '--blink-settings=defaultFontSize=32';
const SOUND = ['--mute-audio', '--autoplay-policy=no-user-gesture-required'];
const TABS = 12;

/** Every view and state that pictures are taken of, by the rules of axe and by some of our own. */
describe.skipIf(findChromium() === null)('everyone can use', { retry: 1 }, () => {
  let browsers: Browser[];
  let app: DemoApp;
  let page: Page;
  /** With text of twice the size. */
  let large: Page;

  beforeAll(async () => {
    browsers = [(await launchChromium(SOUND))!, (await launchChromium([...SOUND, LARGE_TEXT]))!];
    app = await openDemoApp(makeListenedLibrary);
    [page, large] = await Promise.all(
      browsers.map((browser) => browser.newPage({ reducedMotion: 'reduce' })),
    );
    await page.goto(app.url);
    await moveIn(page);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await app.close();
  });

  test.for(SCENES)('$name', async ({ show }) => {
    await open(page, app.url);
    await show(page);
    const found: string[] = [];
    for (const { name, media } of THEMES) {
      await page.emulateMedia(media);
      const inTheme = await violations(page, name === 'light' ? null : RULES_OF_COLOURS);
      found.push(...inTheme.map((violation) => `${name}: ${violation}`));
    }
    expect(found).toEqual([]);

    for (const width of WIDTHS_PX) await expectAllInReach(page, width);
    const unseen: string[] = [];
    for (let i = 0; i < TABS; i++) {
      await page.keyboard.press('Tab');
      const element = await unseenFocus(page);
      if (element !== null) unseen.push(element);
    }
    expect(unseen).toEqual([]);
  });

  test.for(SCENES)('$name, with text of twice the size', async ({ show }) => {
    await open(large, app.url);
    expect(await textPx(large)).toBe(2 * (await textPx(page)));
    await show(large);
    for (const width of WIDTHS_OF_LARGE_TEXT_PX) await expectAllInReach(large, width);
  });
});

/** Anew, with nothing left of the scene before. */
async function open(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('about:blank');
  await page.goto(url);
}

function textPx(page: Page): Promise<number> {
  return page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
}

/** What is serious or critical. */
async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  // Without frames, nothing has to be gathered from them in a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules !== null) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, impact, nodes }) =>
        `${id} (${impact}): ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`,
    );
}

async function expectAllInReach(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await expect.poll(() => outOfReach(page), { message: `${width} px wide` }).toEqual([]);
}
