import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from './built-app.ts';
import { canLaunchDesktop, type DesktopApp, launchDesktop } from './launch-desktop.ts';

const ALBUM = fileURLToPath(new URL('../../resources/demo/music/Saltmarsh Sinfonia/', import.meta.url));

const PATIENTLY = { timeout: 20_000 };

/** The real page, preload, main and core together; on real Electron by `npm run test:electron`. */
describe.runIf(canLaunchDesktop)('the player on the desktop', () => {
  let built: BuiltApp;
  let app: DesktopApp | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    built = await buildApp();
  });
  afterAll(() => built.remove());
  afterEach(async () => {
    await app?.close();
    app = undefined;
    expect(complaints.splice(0)).toEqual([]);
  });

  async function launch(): Promise<DesktopApp> {
    app = await launchDesktop(built.folder, built.newDataFolder());
    app.page.on('pageerror', (error) => complaints.push(String(error)));
    app.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    return app;
  }

  const playing = (page: DesktopApp['page']) => page.getByRole('button', { name: 'Pause', exact: true });

  test('plays the demo library at the first click, and on while the core is killed', async () => {
    const { page, killCore } = await launch();
    await page.getByRole('button', { name: 'Play the demo library' }).click();
    await playing(page).first().waitFor({ timeout: 30_000 });
    const seconds = async () =>
      Number(await page.getByRole('slider', { name: 'Seek' }).getAttribute('aria-valuenow'));
    const before = await seconds();
    await killCore();
    await page.getByRole('alert').waitFor();
    await expect.poll(seconds, PATIENTLY).toBeGreaterThan(before + 1);
    await expect.poll(() => page.getByRole('alert').count(), PATIENTLY).toBe(0);
    expect(await playing(page).count()).toBeGreaterThan(0);
  });

  test('adds a folder that is chosen in the system’s dialog', async () => {
    const { page, chooseFolders } = await launch();
    const music = join(built.newDataFolder(), 'Saltmarsh Sinfonia');
    mkdirSync(music);
    cpSync(ALBUM, music, { recursive: true });
    await chooseFolders([music]);
    await page.getByRole('button', { name: 'Add a folder of music' }).click();
    await page.getByRole('link', { name: 'Open the library' }).click();
    await page.getByText('Thaw').first().waitFor();
  });
});
