import { app, dialog, shell, type BrowserWindow } from 'electron';
import { restartDelayMs } from './restart-delay.ts';

/** The dialog's buttons, in their order. */
const BUTTONS = ['Try Again', 'Show Data Folder', 'Quit'];
const [TRY_AGAIN, SHOW_FOLDER, QUIT] = BUTTONS.keys();

/**
 * Loads a window's page again when its process dies. Where it dies time and again, as one that crashes while it loads would
 * without end, the listener is asked.
 *
 * @param dataFolder absolute path of what a listener may want to save or to look into
 */
export function revivePage(window: BrowserWindow, load: () => void, dataFolder: string): void {
  let crashTimesMs: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    console.error(`The page's process is gone: ${reason}, exit code ${exitCode}.`);
    crashTimesMs.push(performance.now());
    const delayMs = restartDelayMs(crashTimesMs);
    if (delayMs === null) {
      crashTimesMs = [];
      void askWhetherToGoOn(window, dataFolder).then((goesOn) => (goesOn ? loadUnlessClosed() : app.quit()));
    } else {
      setTimeout(loadUnlessClosed, delayMs);
    }
  });
  const loadUnlessClosed = (): void => (window.isDestroyed() ? undefined : load());
}

async function askWhetherToGoOn(window: BrowserWindow, dataFolder: string): Promise<boolean> {
  // A window is shown once its page can be seen, which may never have come.
  window.show();
  for (;;) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Segue',
      message: 'Segue’s window stopped several times in a row.',
      detail:
        `The library is kept by another part of Segue and is unharmed; it lies in ${dataFolder}.\n\n` +
        'Try again. If that does not help, restart the computer.',
      buttons: BUTTONS,
      defaultId: TRY_AGAIN,
      cancelId: QUIT,
      noLink: true,
    });
    if (response !== SHOW_FOLDER) return response === TRY_AGAIN;
    await shell.openPath(dataFolder);
  }
}
