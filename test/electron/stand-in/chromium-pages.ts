import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { BirpcReturn } from 'birpc';
import type { ChromiumCalls, MainCalls } from './channel.ts';
import { pageWorldScript, preloadWorldScript } from './page-scripts.ts';

const WORLD = 'electron-preload';

interface OpenPage {
  readonly page: Page;
  readonly preloadPath: string | null;
  readonly devTools: CDPSession;
  isCrashed: boolean;
  /** The preload's world in the present document. */
  world: number | null;
  /** What main said before that world was there. */
  readonly waiting: string[];
}

/** Chromium's part of the stand-in: opens pages with a preload, carries messages between them and the main process. */
export class ChromiumPages implements ChromiumCalls {
  readonly #context: BrowserContext;
  readonly #main: BirpcReturn<MainCalls, ChromiumCalls>;
  readonly #pages = new Map<number, OpenPage>();
  /** Told of each page before anything is loaded into it. */
  onPage: (page: Page) => Promise<void> = () => Promise.resolve();

  constructor(context: BrowserContext, main: BirpcReturn<MainCalls, ChromiumCalls>) {
    this.#context = context;
    this.#main = main;
  }

  openPage = async (pageId: number, preloadPath: string | null): Promise<void> => {
    const page = await this.#context.newPage();
    const devTools = await this.#context.newCDPSession(page);
    const open: OpenPage = { page, preloadPath, devTools, isCrashed: false, world: null, waiting: [] };
    this.#pages.set(pageId, open);
    await this.#guard(pageId, open);
    if (preloadPath !== null) await this.#installPreload(pageId, open, preloadPath);
    page.on('load', () => void this.#main.loaded.asEvent(pageId));
    page.on('crash', () => {
      open.isCrashed = true;
      void this.#main.processGone.asEvent(pageId);
    });
    page.on('close', () => {
      // Another one is there in its place.
      if (open.isCrashed && this.#pages.get(pageId) !== open) return;
      this.#pages.delete(pageId);
      void this.#main.pageClosed.asEvent(pageId);
    });
    await this.onPage(page);
  };

  loadUrl = async (pageId: number, url: string): Promise<void> => {
    const open = this.#pages.get(pageId);
    if (open?.isCrashed === true) {
      // Playwright has no more use for a page that crashed: another one takes its place.
      await this.openPage(pageId, open.preloadPath);
      await open.page.close();
    }
    await this.#pages.get(pageId)?.page.goto(url);
  };

  closePage = async (pageId: number): Promise<void> => {
    await this.#pages.get(pageId)?.page.close();
  };

  toPage = (pageId: number, message: string): void => {
    const open = this.#pages.get(pageId);
    if (open === undefined) return;
    if (open.world === null) open.waiting.push(message);
    else void this.#call(open, `standInFromMain(${JSON.stringify(message)})`);
  };

  /** Lets the page's preload find a file that a test drops on it. */
  async setFilePath(page: Page, name: string, path: string): Promise<void> {
    const open = [...this.#pages.values()].find((one) => one.page === page);
    if (open?.world == null) throw new Error('The page has no preload.');
    await this.#call(open, `standInFilePaths[${JSON.stringify(name)}] = ${JSON.stringify(path)}`);
  }

  async #installPreload(pageId: number, open: OpenPage, preloadPath: string): Promise<void> {
    const { devTools } = open;
    devTools.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'standInToMain') void this.#main.fromPage.asEvent(pageId, payload);
    });
    devTools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return;
      open.world = context.id;
      for (const message of open.waiting.splice(0)) this.toPage(pageId, message);
    });
    devTools.on('Runtime.executionContextsCleared', () => {
      open.world = null;
      void this.#main.navigationStarted.asEvent(pageId);
    });
    await devTools.send('Runtime.enable');
    await devTools.send('Runtime.addBinding', { name: 'standInToMain', executionContextName: WORLD });
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: await pageWorldScript() });
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: await preloadWorldScript(preloadPath),
      worldName: WORLD,
    });
  }

  /** Asks main, as Electron would, before the page goes or asks anywhere but to the app's own schemes. */
  async #guard(pageId: number, { page, devTools }: OpenPage): Promise<void> {
    await page.route(isForeign, async (route, request) => {
      const isNavigation = request.isNavigationRequest();
      const isMainFrame = request.frame().parentFrame() === null;
      const may =
        (!isNavigation || (await this.#main.mayNavigate(pageId, request.url(), isMainFrame))) &&
        (await this.#main.mayRequest(request.url()));
      // An aborted navigation leaves the page as it is; a blocked one would show an error.
      await (may ? route.continue() : route.abort(isNavigation ? 'aborted' : 'blockedbyclient'));
    });
    devTools.on('Page.windowOpen', ({ url }) => void this.#main.windowOpened.asEvent(pageId, url));
    page.on('popup', (popup) => void popup.close());
    await devTools.send('Page.enable');
  }

  async #call(open: OpenPage, expression: string): Promise<void> {
    await open.devTools
      .send('Runtime.evaluate', { expression, contextId: open.world! })
      .catch(() => undefined);
  }
}

function isForeign({ hostname }: URL): boolean {
  return !hostname.endsWith('.localhost');
}
