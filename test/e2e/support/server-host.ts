import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import type { Host, OpenApp } from './host.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** `segue serve` in a process of its own, and a page of a real Chromium. */
export function serverHost(browser: () => Browser): Host {
  return {
    name: 'browser',
    isLocal: (url) => ['127.0.0.1', ''].includes(new URL(url).hostname),
    open: async (dataFolder, onPage): Promise<OpenApp> => {
      let server = await startServer(dataFolder, 0);
      const { port } = new URL(server.url);
      const context = await browser().newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await onPage(page);
      await page.goto(server.url);
      return {
        page,
        addFolder: (path) => addFolder(page, path),
        openFiles: null,
        killCore: () => server.stop('SIGKILL'),
        reviveCore: async () => {
          server = await startServer(dataFolder, Number(port));
        },
        close: async () => {
          await context.close();
          await server.stop('SIGTERM');
        },
      };
    },
  };
}

async function addFolder(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: /^Add (a )?folder/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a folder' });
  await dialog.getByRole('button', { name: 'Add this folder' }).and(page.locator(':enabled')).waitFor();
  await dialog.getByRole('textbox', { name: 'Path' }).fill(path);
  await dialog.getByRole('textbox', { name: 'Path' }).press('Enter');
  await dialog
    .getByText(/right here|No folders in here/)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: 'Add this folder' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

interface Server {
  readonly url: string;
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

async function startServer(dataFolder: string, port: number): Promise<Server> {
  const child = spawn(
    process.execPath,
    [
      'src-core/cli/main.ts',
      'serve',
      '--no-open',
      '--port',
      String(port),
      '--db',
      join(dataFolder, 'segue.db'),
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { url: line, stop: (signal) => stop(child, signal) };
  }
  throw new Error(`The server ended before it served anything.\n${errors}`);
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
