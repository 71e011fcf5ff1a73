import { BrowserWindow } from './browser-window.ts';
import { app } from './app.ts';

export { app, BrowserWindow };
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { MessageChannelMain } from './message-port.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { utilityProcess } from './utility-process.ts';

BrowserWindow.onCreated((contents) => app.emit('web-contents-created', {}, contents));

interface MessageBox {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

export const dialog = {
  showOpenDialog: (): Promise<{ canceled: boolean; filePaths: string[] }> =>
    Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: (): Promise<{ canceled: boolean; filePath: string }> =>
    Promise.resolve({ canceled: true, filePath: '' }),
  /** What was asked; tests answer by a function of their own. */
  showMessageBox: (_window: BrowserWindow, options: MessageBox): Promise<{ response: number }> =>
    Promise.resolve({ response: options.cancelId ?? 0 }),
};

export const nativeTheme = { shouldUseDarkColors: false };

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  getAllDisplays: () => screen.displays,
};

export const shell = {
  /** What was opened and shown, for tests. */
  opened: [] as string[],
  shown: [] as string[],
  openExternal: (url: string): Promise<void> => {
    shell.opened.push(url);
    return Promise.resolve();
  },
  openPath: (path: string): Promise<string> => {
    shell.opened.push(path);
    return Promise.resolve('');
  },
  showItemInFolder: (path: string): void => {
    shell.shown.push(path);
  },
};
