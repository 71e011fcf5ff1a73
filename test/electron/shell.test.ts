import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CoreState, SegueShell } from '../../src-core/contract/shell.ts';
import { type BuiltApp, buildFixtureApp } from './built-app.ts';
import { findChromium } from '../support/find-chromium.ts';
import { launchStandIn, type StandInApp } from './stand-in/launch.ts';

/** What the fixture page keeps. */
interface FixtureWindow {
  heard: { states: CoreState[]; paths: string[]; commands: string[]; messages: unknown[] };
  port: { postMessage: (message: unknown) => void };
  stopCommands: () => void;
  segueShell: SegueShell;
}
declare const window: FixtureWindow;

/** Ends the page's process. The command itself is never answered. */
async function crash(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Page.crash').catch(() => undefined);
}

const hasChromium = findChromium() !== null;
if (!hasChromium)
  console.warn('There is no Chromium here (SEGUE_CHROMIUM names one): the shell is not tested.');

describe.runIf(hasChromium)('the shell', () => {
  let built: BuiltApp;
  let app: StandInApp;

  beforeAll(async () => {
    built = await buildFixtureApp();
  });
  afterAll(() => built.remove());
  afterEach(async () => {
    await app.close();
    built.useCore('echo');
  });

  async function launch(options: { data?: string; args?: string[] } = {}): Promise<Page> {
    const data = options.data ?? built.newDataFolder();
    app = await launchStandIn({ folder: built.folder, args: options.args ?? [], env: { SEGUE_DATA: data } });
    const page = await app.firstWindow();
    await page.waitForFunction(() => 'heard' in window && window.heard.states.length > 0);
    return page;
  }

  const heard = <K extends keyof FixtureWindow['heard']>(page: Page, what: K, count: number) =>
    page
      .waitForFunction(([key, least]) => window.heard[key].length >= least, [what, count] as const)
      .then(() => page.evaluate((key) => window.heard[key], what));

  test('gives the page a port to the core, and ends both in peace', async () => {
    const page = await launch();
    await page.waitForFunction(() => 'port' in window);
    await page.evaluate(() => window.port.postMessage({ curve: new Float32Array([0.5, -1]), at: [1, null] }));
    const [message] = await heard(page, 'messages', 1);
    expect(message).toMatchObject({ page: 1, echo: { at: [1, null] } });
    const [pid] = await app.evaluate(({ utilityProcess }) =>
      [...utilityProcess.running].map((one) => one.pid!),
    );
    await app.close();
    expect(await app.exited).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow();
    expect(app.errorOutput()).toBe('');
  });

  test('gives a page that loads again a new port and closes the old one', async () => {
    const page = await launch();
    const closed = app.evaluate(
      ({ utilityProcess }) =>
        new Promise((resolve) => [...utilityProcess.running][0].once('message', (text) => resolve(text))),
    );
    await page.reload();
    expect(await closed).toBe('page closed');
    await page.waitForFunction(() => 'port' in window);
    await page.evaluate(() => window.port.postMessage('again'));
    expect(await heard(page, 'messages', 1)).toEqual([{ page: 2, echo: 'again' }]);
  });

  test('starts a core that died again, says so, and brings a new port', async () => {
    const page = await launch();
    await page.waitForFunction(() => 'port' in window);
    await page.evaluate(() => window.port.postMessage('die'));
    const states = await heard(page, 'states', 3);
    expect(states.map(({ status }) => status)).toEqual(['running', 'restarting', 'running']);
    expect(states[1]).toHaveProperty('message', expect.stringContaining('starting again'));
    await page.evaluate(() => window.port.postMessage('hello'));
    expect(await heard(page, 'messages', 1)).toEqual([{ page: 1, echo: 'hello' }]);
  });

  test('gives up a core that keeps dying, and starts it again when asked', async () => {
    built.useCore({ source: 'process.exit(1)' });
    const page = await launch();
    await page.waitForFunction(() => window.heard.states.some(({ status }) => status === 'failed'));
    built.useCore('echo');
    await page.evaluate(() => window.segueShell.restartCore());
    await page.waitForFunction(() => window.heard.states.at(-1)?.status === 'running');
    await page.evaluate(() => window.port.postMessage('back'));
    expect(await heard(page, 'messages', 1)).toEqual([{ page: 1, echo: 'back' }]);
  });

  test('loads a page again whose process died, and asks where it keeps dying', async () => {
    const data = built.newDataFolder();
    const pages: Page[] = [];
    app = await launchStandIn({
      folder: built.folder,
      env: { SEGUE_DATA: data },
      onPage: (page) => {
        // The last one loads: the listener tried again.
        if (pages.push(page) <= 6) page.once('domcontentloaded', () => void crash(page));
        return Promise.resolve();
      },
    });
    const asked = await app.evaluate(
      ({ dialog }) =>
        new Promise<{ detail?: string; buttons?: readonly string[] }>((resolve) => {
          const answers = [1, 0];
          dialog.showMessageBox = (_window, options) => {
            if (answers.length === 1) resolve(options);
            return Promise.resolve({ response: answers.shift()! });
          };
        }),
    );
    expect(asked.buttons).toEqual(['Try Again', 'Show Data Folder', 'Quit']);
    expect(asked.detail).toContain(data);
    expect(await app.evaluate(({ shell }) => shell.opened)).toEqual([data]);
    await vi.waitFor(() => expect(pages).toHaveLength(7));
    await pages[6].waitForFunction(() => 'port' in window);
    expect(app.errorOutput().match(/crashed/g)).toHaveLength(6);
  });

  test('opens what is named at the start, by a second instance, and by the system', async () => {
    const data = built.newDataFolder();
    const page = await launch({ data, args: [import.meta.filename] });
    expect(await heard(page, 'paths', 1)).toEqual([import.meta.filename]);
    const second = await launchStandIn({
      folder: built.folder,
      args: [import.meta.dirname],
      env: { SEGUE_DATA: data },
    });
    expect(await second.exited).toBe(0);
    await second.close();
    await heard(page, 'paths', 2);
    await app.evaluate(({ app }) =>
      app.emit('open-file', { preventDefault: () => undefined }, '/music/a.flac'),
    );
    expect(await heard(page, 'paths', 3)).toEqual([
      import.meta.filename,
      import.meta.dirname,
      '/music/a.flac',
    ]);
    await page.evaluate(() =>
      window.segueShell.onOpenPaths((paths) => window.heard.messages.push({ together: paths })),
    );
    await app.evaluate(({ app }) => {
      for (const path of ['/music/b.flac', '/music/c.flac']) {
        app.emit('open-file', { preventDefault: () => undefined }, path);
      }
    });
    await heard(page, 'paths', 5);
    expect(await page.evaluate(() => window.heard.messages)).toContainEqual({
      together: ['/music/b.flac', '/music/c.flac'],
    });
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isFocused)),
    ).toEqual([true]);
  });

  test('opens where the window was, unless that display is gone', async () => {
    const data = built.newDataFolder();
    const bounds = { x: 40, y: 60, width: 900, height: 640 };
    await launch({ data });
    await app.evaluate(({ BrowserWindow }, kept) => {
      BrowserWindow.getAllWindows()[0].setBounds(kept);
      BrowserWindow.getAllWindows()[0].maximize();
    }, bounds);
    await app.close();
    await launch({ data });
    const restored = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return {
        bounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        isVisible: window.isVisible(),
      };
    });
    expect(restored).toEqual({ bounds, isMaximized: true, isVisible: true });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setBounds({ x: 5000 }));
    await app.close();
    await launch({ data });
    const x = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getNormalBounds().x);
    expect(x).toBeLessThan(1920);
  });

  test('hands menu commands, chosen folders and dropped files to the page', async () => {
    const page = await launch();
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('next')!.click!());
    expect(await heard(page, 'commands', 1)).toEqual(['next']);
    await page.evaluate(() => window.stopCommands());
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('previous')!.click!());

    expect(await page.evaluate(() => window.segueShell.pickFolders())).toEqual([]);
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/music'] });
    });
    expect(await page.evaluate(() => window.segueShell.pickFolders())).toEqual(['/music']);

    expect(await page.evaluate(() => window.segueShell.chooseSaveFile('a.m3u8'))).toBeNull();
    const saved = join(built.newDataFolder(), 'list.m3u8');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, saved);
    const save = (path: string) =>
      page.evaluate(
        (to) =>
          window.segueShell.saveText(to, '#EXTM3U\n').then(
            () => 'saved',
            (error: unknown) => (error as Error).message,
          ),
        path,
      );
    const refusal = 'That file was not chosen to be written.';
    expect(await save(saved)).toBe(refusal);
    expect(await page.evaluate(() => window.segueShell.chooseSaveFile('a.m3u8'))).toEqual({
      path: saved,
      folder: dirname(saved),
    });
    expect(await save(`${saved}/../other`)).toBe(refusal);
    expect(await save(saved)).toBe('saved');
    expect(readFileSync(saved, 'utf8')).toBe('#EXTM3U\n');
    expect(await save(saved)).toBe(refusal);

    await app.setFilePath(page, 'album', '/music/album');
    const paths = await page.evaluate(() =>
      ['album', 'unknown'].map((name) => window.segueShell.pathOf(new File([], name))),
    );
    expect(paths).toEqual(['/music/album', '']);
    expect(await heard(page, 'commands', 1)).toEqual(['next']);
  });
});
