import { dialog, type BrowserWindow } from 'electron';
import type { ChosenFile, CoreState, MenuCommand } from '../../src-core/contract/shell.ts';
import { CHANNELS } from '../channels.ts';
import type { CoreProcess } from './core-process.ts';
import { SavedFiles } from './saved-files.ts';

/** The window, while there is one, and what the outside has for its page. */
export class Desktop {
  readonly #openWindow: () => BrowserWindow;
  readonly #core: CoreProcess;
  readonly #savedFiles = new SavedFiles();
  #window: BrowserWindow | null = null;
  /** Whether the page has said that it listens. */
  #isConnected = false;
  #waitingPaths: string[] = [];
  #waitingCommands: MenuCommand[] = [];

  constructor(core: CoreProcess, openWindow: () => BrowserWindow) {
    this.#core = core;
    this.#openWindow = openWindow;
  }

  get page(): Electron.WebContents | null {
    return this.#window?.webContents ?? null;
  }

  /** Brings the window to the front, opening it where there is none. */
  show(): void {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      return;
    }
    const window = this.#openWindow();
    this.#window = window;
    // A page that loads again starts anew and has to say so again.
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#isConnected = false;
    });
    window.webContents.on('render-process-gone', () => (this.#isConnected = false));
    window.on('closed', () => {
      this.#window = null;
      this.#isConnected = false;
    });
  }

  /** The page listens: gives it the core and all that has waited. */
  connect(): void {
    this.#isConnected = true;
    this.#send(CHANNELS.coreState, this.#core.state);
    this.#handOverPort();
    this.#handOverPaths();
    for (const command of this.#waitingCommands.splice(0)) this.#send(CHANNELS.menuCommand, command);
  }

  coreChanged(state: CoreState): void {
    if (!this.#isConnected) return;
    this.#send(CHANNELS.coreState, state);
    if (state.status === 'running') this.#handOverPort();
  }

  /**
   * Hands files and folders to the page, now or as soon as it listens. Several that are opened together play one after the
   * other, but macOS names each by itself: what comes within one turn is handed over as one.
   */
  openPaths(paths: readonly string[]): void {
    this.#waitingPaths.push(...paths);
    setImmediate(() => this.#handOverPaths());
  }

  run(command: MenuCommand): void {
    if (this.#isConnected) {
      this.#send(CHANNELS.menuCommand, command);
    } else {
      // On macOS the menu is there without a window.
      this.#waitingCommands.push(command);
      this.show();
    }
  }

  async pickFolders(): Promise<string[]> {
    if (this.#window === null) return [];
    const { filePaths } = await dialog.showOpenDialog(this.#window, {
      title: 'Add folders of music',
      buttonLabel: 'Add',
      properties: ['openDirectory', 'multiSelections'],
    });
    return filePaths;
  }

  async chooseSaveFile(suggestedName: string): Promise<ChosenFile | null> {
    return this.#window === null ? null : this.#savedFiles.choose(this.#window, suggestedName);
  }

  saveText(path: string, text: string): Promise<void> {
    return this.#savedFiles.write(path, text);
  }

  #handOverPort(): void {
    const port = this.#core.openPort('page');
    if (port !== null) this.page?.postMessage(CHANNELS.corePort, null, [port]);
  }

  #handOverPaths(): void {
    if (this.#isConnected && this.#waitingPaths.length > 0) {
      this.#send(CHANNELS.openPaths, this.#waitingPaths.splice(0));
    }
  }

  #send(channel: string, value: unknown): void {
    this.page?.send(channel, value);
  }
}
