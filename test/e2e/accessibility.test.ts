import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../electron/stand-in/find-chromium.ts';
import { type DemoApp, moveIn, openDemoApp } from './pictures/demo-app.ts';
import { SCENES } from './pictures/scenes.ts';
import { launchChromium } from './support/launch-chromium.ts';
import { outOfReach, unseenFocus } from './support/reach.ts';

const THEMES = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'high contrast', media: { colorScheme: 'light', contrast: 'more' } },
  { name: 'high contrast, dark', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;
const WIDTHS_PX = [2560, 1280, 900, 700, 480];
const TABS = 12;
const MOVING_IN_MS = 400_000;

/** Every view and state that pictures are taken of, by the rules of axe and by some of our own. */
describe.skipIf(findChromium() === null)('everyone can use', { retry: 1 }, () => {
  let browser: Browser;
  let app: DemoApp;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = (await launchChromium(['--mute-audio', '--autoplay-policy=no-user-gesture-required']))!;
    app = await openDemoApp();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    await page.goto(app.url);
    await moveIn(page);
  }, MOVING_IN_MS);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.for(SCENES)('$name', { timeout: 120_000 }, async ({ show }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('about:blank');
    await page.goto(app.url);
    await show(page);
    const found: string[] = [];
    for (const { name, media } of THEMES) {
      await page.emulateMedia(media);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue;
        found.push(`${name}: ${id} (${impact}): ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`);
      }
    }
    expect(found).toEqual([]);

    for (const width of WIDTHS_PX) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => outOfReach(page), { message: `${width} px wide` }).toEqual([]);
    }
    const unseen: string[] = [];
    for (let i = 0; i < TABS; i++) {
      await page.keyboard.press('Tab');
      const element = await unseenFocus(page);
      if (element !== null) unseen.push(element);
    }
    expect(unseen).toEqual([]);
  });

  test('text of twice the size', { timeout: 240_000 }, async () => {
    const large = await context.newPage();
    await large.addInitScript(() => {
      document.addEventListener(
        'readystatechange',
        () => document.documentElement.style.setProperty('font-size', '200%'),
        { once: true },
      );
    });
    for (const width of [1280, 640]) {
      await large.setViewportSize({ width, height: 800 });
      for (const { name, show } of SCENES) {
        await large.goto('about:blank');
        await large.goto(app.url);
        await show(large);
        await expect.poll(() => outOfReach(large), { message: `${name}, ${width} px wide` }).toEqual([]);
      }
    }
    await large.close();
  });
});
