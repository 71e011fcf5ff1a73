import { afterAll, beforeAll, describe } from 'vitest';
import { type BuiltApp, buildApp } from '../electron/built-app.ts';
import { canLaunchDesktop } from '../electron/launch-desktop.ts';
import { playerSuite } from './suite/index.ts';
import { desktopHost } from './support/desktop-host.ts';

/** By `npm test` in Electron's stand-in, by `npm run test:electron` in Electron itself. What a real browser misses once on a busy machine is tried again. */
describe.runIf(canLaunchDesktop)('on the desktop', { retry: 1 }, () => {
  let built: BuiltApp;
  beforeAll(async () => {
    built = await buildApp();
  });
  afterAll(() => built.remove());
  playerSuite(desktopHost(() => built.folder));
});
