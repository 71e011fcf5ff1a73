import { afterAll, beforeAll, describe } from 'vitest';
import { type BuiltApp, buildApp } from '../../electron/built-app.ts';
import { canLaunchDesktop } from '../../electron/launch-desktop.ts';
import { desktopHost } from './desktop-host.ts';
import type { Host } from './host.ts';

/**
 * Runs a suite on the desktop: by `npm test` in Electron's stand-in, by `npm run test:electron` in Electron itself. What a
 * real browser misses once on a busy machine is tried again.
 */
export function onDesktop(suite: (host: Host) => void): void {
  describe.runIf(canLaunchDesktop)('on the desktop', { retry: 1 }, () => {
    let built: BuiltApp;
    beforeAll(async () => {
      built = await buildApp();
    });
    afterAll(() => built.remove());
    suite(desktopHost(() => built.folder));
  });
}
