import { BrowserWindow, nativeTheme, screen } from 'electron';
import { PAGE_URL } from './addresses.ts';
import { revivePage } from './revive-page.ts';
import { usableBounds } from './window-bounds.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

const USUAL_SIZE = { width: 1180, height: 760 };
/** As small as the mini player, which the page turns into. */
const SMALLEST_SIZE = { minWidth: 320, minHeight: 150 };

export interface WindowOptions {
  readonly preloadPath: string;
  /** Where its place on the screen is kept. */
  readonly statePath: string;
  /** Where the library lies. */
  readonly dataFolder: string;
  readonly iconPath: string;
  readonly withDevTools: boolean;
}

/** Opens the one window, where it was last time. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { preloadPath, statePath, dataFolder, iconPath, withDevTools } = options;
  const kept = readWindowState(statePath);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...USUAL_SIZE,
    ...(kept === null ? null : usableBounds(kept.bounds, workAreas)),
    ...SMALLEST_SIZE,
    show: false,
    title: 'Segue',
    icon: iconPath,
    // Seen for a moment while a window is made larger.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d1b1a' : '#f7f6f4',
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: withDevTools,
      // The window that plays must go on doing so when hidden, and the next track starts without a click.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  if (kept?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(statePath, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  const load = (): void => {
    // Again at the place where it was, if it was there before.
    const url = window.webContents.getURL() || PAGE_URL;
    window.loadURL(url).catch((error: unknown) => console.error('The page could not be loaded.', error));
  };
  revivePage(window, load, dataFolder);
  load();
  return window;
}
