import { _electron, type ElectronApplication, type Page } from 'playwright';
import { findChromium } from '../support/find-chromium.ts';
import { launchStandIn, type StandInApp } from './stand-in/launch.ts';

/** Names the real Electron's binary, where the same tests are to run on it instead of on its stand-in. */
const ELECTRON = process.env.SEGUE_TEST_ELECTRON;

/** Whether there is what the desktop app needs to run here: Electron, or a Chromium for its stand-in. */
export const canLaunchDesktop = ELECTRON !== undefined || findChromium() !== null;

/** The desktop app in the hands of a test. */
export interface DesktopApp {
  readonly page: Page;
  /** What the system's folder dialog answers from now on. */
  readonly chooseFolders: (paths: readonly string[]) => Promise<void>;
  /** What the system's dialog for saving answers from now on. */
  readonly chooseSaveFile: (path: string) => Promise<void>;
  /** Opens files with the app, as the system does for those that are double-clicked together. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>;
  /** Ends the core's process at once, as if it had crashed. */
  readonly killCore: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the built app, in real Electron or in its stand-in.
 *
 * @param builtFolder the folder that `npm run build` leaves, or another one built like it
 * @param dataFolder where the library and the window's own data are kept
 * @param onPage told of the page: by the stand-in before anything is loaded into it, by Electron as soon as it is there
 */
export async function launchDesktop(
  builtFolder: string,
  dataFolder: string,
  onPage: (page: Page) => Promise<void>,
): Promise<DesktopApp> {
  const env = { ...(process.env as Record<string, string>), SEGUE_DATA: dataFolder };
  if (ELECTRON !== undefined) {
    const args = process.getuid?.() === 0 ? ['--no-sandbox', builtFolder] : [builtFolder];
    const app = await asDesktopApp(await _electron.launch({ executablePath: ELECTRON, args, env }));
    await onPage(app.page);
    return app;
  }
  return asDesktopApp(await launchStandIn({ folder: builtFolder, env, onPage }));
}

async function asDesktopApp(app: ElectronApplication | StandInApp): Promise<DesktopApp> {
  // Both run functions in the main process, over what is the same there.
  const { evaluate } = app as StandInApp;
  const inMain = evaluate.bind(app);
  const page = await app.firstWindow();
  await page.waitForURL(/index\.html/);
  return {
    page,
    chooseFolders: (filePaths) =>
      inMain(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] });
      }, filePaths),
    chooseSaveFile: (filePath) =>
      inMain(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      }, filePath),
    openFiles: (paths) =>
      inMain(({ app: main }, opened) => {
        for (const path of opened) main.emit('open-file', { preventDefault: () => undefined }, path);
      }, paths),
    killCore: () =>
      inMain(({ app: main }) => {
        const core = main.getAppMetrics().find(({ name }) => name === 'Segue Core');
        if (core === undefined) throw new Error('The core does not run.');
        process.kill(core.pid, 'SIGKILL');
      }),
    close: () => app.close(),
  };
}
