import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Host, OpenApp } from './host.ts';
import { startServer } from './start-server.ts';

/** `segue serve` in a process of its own, and a page of a real Chromium. */
export function serverHost(browser: () => Browser): Host {
  return {
    name: 'browser',
    isLocal: (url) => ['127.0.0.1', ''].includes(new URL(url).hostname),
    open: async (dataFolder, onPage): Promise<OpenApp> => {
      let server = await startServer(join(dataFolder, 'segue.db'), 0);
      const { port } = new URL(server.url);
      const context = await browser().newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await onPage(page);
      await page.goto(server.url);
      return {
        page,
        addFolder: (path) => addFolder(page, path),
        saveAs: async (path, act) => {
          const [download] = await Promise.all([page.waitForEvent('download'), act()]);
          await download.saveAs(path);
        },
        openFiles: null,
        killCore: () => server.stop('SIGKILL'),
        reviveCore: async () => {
          server = await startServer(join(dataFolder, 'segue.db'), Number(port));
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
  const field = dialog.getByRole('textbox', { name: 'Path' });
  await field.fill(`${path}-not`);
  await field.press('Enter');
  await dialog.getByRole('alert').getByText('There is no such folder.').waitFor();
  // What is typed is what is added, without a look into it first.
  await field.fill(path);
  await dialog.getByRole('button', { name: 'Add this folder' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
