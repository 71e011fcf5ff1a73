import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createBirpc } from 'birpc';
import type { BrowserContext, Page } from 'playwright';
import type { ChromiumCalls, MainCalls } from './channel.ts';
import { ChromiumPages } from './chromium-pages.ts';
import { launchChromium } from '../../support/launch-chromium.ts';
import type * as electron from './main/electron.ts';

const RUN_MAIN = fileURLToPath(new URL('./main/run-main.ts', import.meta.url));

export interface LaunchOptions {
  /** The built app: a folder with a package.json that names main's entry. */
  readonly folder: string;
  /** Files and folders named on the command line. */
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Told of each window's page before anything is loaded into it. */
  readonly onPage?: (page: Page) => Promise<void>;
}

/** The app, running in the stand-in. */
export interface StandInApp {
  readonly context: BrowserContext;
  /** The first window's page, or the next one's where that is closed. */
  readonly firstWindow: () => Promise<Page>;
  /** Runs a function in the main process; it must not refer to anything outside itself. */
  readonly evaluate: <T, A = undefined>(
    run: (modules: typeof electron, argument: A) => T | Promise<T>,
    argument?: A,
  ) => Promise<T>;
  /** Resolves with main's exit code. */
  readonly exited: Promise<number | null>;
  readonly setFilePath: (page: Page, name: string, path: string) => Promise<void>;
  /** What main and the core wrote to standard error. */
  readonly errorOutput: () => string;
  readonly close: () => Promise<void>;
}

/** Starts the built main in Node, and Chromium for its windows. */
export async function launchStandIn({ folder, args = [], env, onPage }: LaunchOptions): Promise<StandInApp> {
  const browser = await launchChromium(['--autoplay-policy=no-user-gesture-required']);
  if (browser === null) throw new Error('There is no Chromium here.');
  const context = await browser.newContext({ viewport: { width: 1180, height: 760 } });
  const child = fork(RUN_MAIN, [folder, ...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  let errorOutput = '';
  child.stderr!.on('data', (chunk: Buffer) => (errorOutput += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));

  const main = createBirpc<MainCalls, ChromiumCalls>({} as ChromiumCalls, {
    post: (message) => (child.connected ? child.send(message as object) : undefined),
    on: (receive) => child.on('message', receive),
    timeout: -1,
  });
  const pages = new ChromiumPages(context, main);
  Object.assign(main.$functions, pages);
  const opened: Page[] = [];
  const waiting: ((page: Page) => void)[] = [];
  pages.onPage = async (page) => {
    await onPage?.(page);
    const next = waiting.shift();
    if (next === undefined) opened.push(page);
    else next(page);
  };
  return {
    context,
    firstWindow: () => {
      const page = opened.shift();
      if (page !== undefined) return Promise.resolve(page);
      return Promise.race([
        new Promise<Page>((resolve) => waiting.push(resolve)),
        exited.then((code) => {
          throw new Error(`The app ended with ${String(code)} before it opened a window.\n${errorOutput}`);
        }),
      ]);
    },
    evaluate: (run, argument) => main.evaluate(run.toString(), argument) as never,
    exited,
    setFilePath: (page, name, path) => pages.setFilePath(page, name, path),
    errorOutput: () => errorOutput,
    close: async () => {
      if (child.exitCode === null) {
        void main.evaluate.asEvent('({ app }) => app.quit()', undefined);
        await exited;
      }
      await browser.close();
    },
  };
}
