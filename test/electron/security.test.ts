import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LINKS } from '../../src-core/contract/links.ts';
import { CHANNELS } from '../../electron/channels.ts';
import { type BuiltApp, buildFixtureApp } from './built-app.ts';
import { findChromium } from '../support/find-chromium.ts';
import { launchStandIn, type StandInApp } from './stand-in/launch.ts';

const ANSWERED = [
  CHANNELS.connect,
  CHANNELS.pickFolders,
  CHANNELS.chooseSaveFile,
  CHANNELS.saveText,
  CHANNELS.revealTrack,
  CHANNELS.restartCore,
];

/** Electron's security checklist (its numbers), held against what the built shell really passes and does. */
describe.runIf(findChromium() !== null)('Electron’s security checklist', () => {
  let built: BuiltApp;
  let app: StandInApp;
  let page: Page;

  beforeAll(async () => {
    built = await buildFixtureApp();
    app = await launchStandIn({ folder: built.folder, env: { SEGUE_DATA: built.newDataFolder() } });
    page = await app.firstWindow();
    await page.waitForFunction(() => 'heard' in globalThis);
  });
  afterAll(async () => {
    await app.close();
    built.remove();
  });

  const inMain = <T>(run: Parameters<typeof app.evaluate<T>>[0]) => app.evaluate(run);

  test('1, 18: everything comes from the app itself, nothing over http or file', async () => {
    const shown = await inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.mainFrame);
    expect(shown).toMatchObject({ url: 'app://segue/index.html', origin: 'app://segue' });
    const cancelled = await inMain(({ session }) =>
      [
        'https://example.com/',
        'http://127.0.0.1/',
        'file:///etc/passwd',
        'ws://example.com/',
        'app://segue/a.js',
        'media://track/1',
      ].filter((url) => {
        let isCancelled: boolean | undefined;
        session.defaultSession.beforeRequest!({ url }, ({ cancel }) => (isCancelled = cancel));
        return isCancelled;
      }),
    );
    expect(cancelled).toEqual([
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://example.com/',
    ]);
    const reached = await page.evaluate(() =>
      fetch('http://example.com/').then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
  });

  test('2, 3, 4, 6, 8, 9, 10, 11: the window’s preferences', async () => {
    const preferences = await inMain(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].options.webPreferences,
    );
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: false,
    });
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(await inMain(({ app: main }) => main.isSandboxed)).toBe(true);
  });

  test('2, 20: the page sees the shell’s few functions and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'electron', 'ipcRenderer', 'standInToMain'].filter(
        (name) => name in globalThis,
      ),
      shell: Object.keys((globalThis as unknown as { segueShell: object }).segueShell),
    }));
    expect(seen.globals).toEqual([]);
    expect(seen.shell).toEqual([
      'platform',
      'connect',
      'pickFolders',
      'chooseSaveFile',
      'saveText',
      'pathOf',
      'revealTrack',
      'restartCore',
      'onOpenPaths',
      'onMenuCommand',
      'onCoreState',
    ]);
  });

  test('5: every permission is refused, asked for or looked up', async () => {
    const answers = await inMain(({ session: { defaultSession: set } }) => {
      const granted: unknown[] = [];
      for (const permission of [
        'media',
        'geolocation',
        'notifications',
        'midi',
        'fullscreen',
        'openExternal',
        'unknown',
      ]) {
        (set.requestHandler as (c: null, p: string, answer: (is: boolean) => void) => void)(
          null,
          permission,
          (is) => granted.push(is),
        );
        granted.push((set.checkHandler as (c: null, p: string) => boolean)(null, permission));
      }
      granted.push((set.deviceHandler as () => boolean)());
      (set.displayMediaHandler as (r: null, answer: (streams: unknown) => void) => void)(null, (streams) =>
        granted.push(streams),
      );
      return granted;
    });
    expect(answers.every((one) => one === false || one === null)).toBe(true);
    expect(answers).toHaveLength(16);
  });

  test('7: the policy keeps inline script and eval from running', async () => {
    const ran = await page.evaluate<string[]>(`
      const script = document.createElement('script');
      script.textContent = 'globalThis.injectedScriptRan = true';
      document.head.append(script);
      ['inlineScriptRan', 'injectedScriptRan'].filter((name) => name in globalThis);
    `);
    expect(ran).toEqual([]);
    const remote = await page.evaluate(`
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = () => resolve('ran');
        script.onerror = () => resolve('refused');
        script.src = 'https://example.com/a.js';
        document.head.append(script);
      })
    `);
    expect(remote).toBe('refused');
  });

  test('12, 13, 14, 15: no navigation, no window; only known links leave, for the browser', async () => {
    const before = page.url();
    await page.evaluate(`location.href = 'http://example.com/'`);
    for (const url of ['https://example.com/', 'file:///etc/passwd', LINKS.paper, `${LINKS.paper}?x`]) {
      await page.evaluate(`void window.open(${JSON.stringify(url)})`);
    }
    await expect.poll(() => inMain(({ shell }) => shell.opened)).toEqual([LINKS.paper]);
    await expect.poll(() => app.context.pages().length).toBe(1);
    expect(page.url()).toBe(before);
    const verdicts = await inMain(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0].webContents;
      const isPrevented = (name: string, details: object) => {
        let prevented = false;
        contents.emit(name, { ...details, preventDefault: () => (prevented = true) });
        return prevented;
      };
      return [
        isPrevented('will-frame-navigate', { url: 'app://segue/index.html#queue', isMainFrame: true }),
        isPrevented('will-frame-navigate', { url: 'app://segue/other.html', isMainFrame: true }),
        isPrevented('will-frame-navigate', { url: 'app://segue/index.html', isMainFrame: false }),
        isPrevented('will-redirect', { url: 'https://example.com/' }),
        isPrevented('will-attach-webview', {}),
        contents.openHandler!({ url: 'https://example.com/' }).action === 'deny',
        contents.webRtcPolicy === 'disable_non_proxied_udp',
      ];
    });
    expect(verdicts).toEqual([false, true, true, true, true, true, true]);
  });

  test('17: every channel refuses forged senders and arguments it did not ask for', async () => {
    const outcomes = await app.evaluate(async ({ BrowserWindow, ipcMain }, channels) => {
      const sender = BrowserWindow.getAllWindows()[0].webContents;
      const ours = sender.mainFrame;
      const forged = [
        { sender: {}, senderFrame: ours },
        { sender, senderFrame: null },
        { sender, senderFrame: { ...ours, parent: ours } },
        { sender, senderFrame: { ...ours, origin: 'https://example.com' } },
      ];
      const texts: string[] = [];
      const attempt = (channel: string, event: object, args: unknown[]) =>
        ipcMain.invoke(channel, event, args).then(
          () => texts.push(`${channel} was answered`),
          (error: unknown) => texts.push(String(error)),
        );
      for (const channel of channels) {
        for (const event of forged) await attempt(channel, event, []);
        await attempt(channel, { sender, senderFrame: ours }, ['surplus', { __proto__: null }, -1]);
      }
      return { texts, channels: ipcMain.channels };
    }, ANSWERED);
    expect(outcomes.channels.toSorted()).toEqual(ANSWERED.toSorted());
    expect(outcomes.texts.filter((text) => text.includes('refused'))).toHaveLength(4 * ANSWERED.length);
    expect(outcomes.texts.filter((text) => text.includes('not what was asked for'))).toHaveLength(
      ANSWERED.length,
    );
  });

  test('18: the schemes keep the page’s policy and have no more privileges than they need', async () => {
    const schemes = await inMain(({ protocol }) => protocol.schemes);
    expect(schemes.map(({ scheme }) => scheme)).toEqual(['app', 'media']);
    for (const { privileges } of schemes) {
      expect(privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: true, stream: true });
      expect(privileges).not.toHaveProperty('bypassCSP');
      expect(privileges).not.toHaveProperty('allowServiceWorkers');
      expect(privileges).not.toHaveProperty('allowExtensions');
    }
  });
});
