import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Host } from '../support/host.ts';
import { addTones, play } from '../support/steps.ts';
import { hearMusic, openTestApp } from '../support/test-app.ts';

export function appearance(host: Host): void {
  it('follows the system, dark or light and in high contrast', async () => {
    const { page } = await openTestApp(host);
    await page.getByRole('button', { name: 'Play the demo library' }).waitFor();
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => groundBrightness(page)).toBeGreaterThan(240);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => groundBrightness(page)).toBeLessThan(30);
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await expect.poll(() => groundBrightness(page)).toBe(0);
  });

  it('shows every key on ?, and becomes the mini player where it is low', async () => {
    const app = await openTestApp(host);
    const { page } = app;
    await addTones(app, [
      { title: 'Alpha', seconds: 40, hz: 220 },
      { title: 'Beta', seconds: 40, hz: 330 },
    ]);
    await play(page, 'Alpha');
    await hearMusic(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByRole('region', { name: 'Everywhere' }).getByText('Play or pause').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });

    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.setViewportSize({ width: 360, height: 180 });
    const mini = page.getByRole('region', { name: 'Mini player' });
    await mini.getByText('Alpha', { exact: true }).waitFor();
    await mini.getByRole('button', { name: 'Pause' }).click();
    await mini.getByRole('button', { name: 'Play' }).click();
    await hearMusic(page);
    await page.setViewportSize(size);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  });
}

/** Mean of the three channels behind everything, 0 to 255, as a screen shows them. */
function groundBrightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    return (r + g + b) / 3;
  });
}
