import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BrowserWindow } from './browser-window.ts';
import { InstanceLock } from './instance-lock.ts';
import { isPrevented } from './preventable.ts';
import { requireNotReady, setReady, isReady } from './readiness.ts';
import { utilityProcess } from './utility-process.ts';

class App extends EventEmitter {
  readonly isPackaged = false;
  isSandboxed = false;
  userModelId: string | null = null;
  readonly #paths = new Map([['userData', join(tmpdir(), 'segue-stand-in')]]);
  readonly #lock = new InstanceLock();
  #isQuitting = false;

  isReady(): boolean {
    return isReady();
  }

  whenReady(): Promise<void> {
    if (isReady()) return Promise.resolve();
    return new Promise((resolve) => this.once('ready', () => resolve()));
  }

  /** Called by the runner once the entry module has been evaluated. */
  becomeReady(): void {
    setReady();
    this.emit('ready');
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    requireNotReady('app.setPath');
    this.#paths.set(name, path);
  }

  enableSandbox(): void {
    requireNotReady('app.enableSandbox');
    this.isSandboxed = true;
  }

  getAppPath(): string {
    return resolve(process.argv[1]);
  }

  getVersion(): string {
    return '0.0.0-stand-in';
  }

  /** The main process, and each utility process under its service's name. */
  getAppMetrics(): { pid: number; type: string; name?: string }[] {
    const utilities = [...utilityProcess.running].flatMap(({ pid, name }) =>
      pid === undefined ? [] : [{ pid, type: 'Utility', name }],
    );
    return [{ pid: process.pid, type: 'Browser' }, ...utilities];
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id;
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    return this.#lock.take(this.getPath('userData'), additionalData, (data) =>
      this.emit('second-instance', {}, [], process.cwd(), data),
    );
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    void this.#quit();
  }

  async #quit(): Promise<void> {
    await Promise.all(BrowserWindow.getAllWindows().map((window) => window.closeAndWait()));
    const goesOn = isPrevented(this, 'will-quit');
    this.#isQuitting = false;
    if (!goesOn) this.exit(0);
  }

  exit(code = 0): void {
    this.#lock.release();
    process.exit(code);
  }
}

export const app = new App();
BrowserWindow.onAllClosed(() => {
  if (app.listenerCount('window-all-closed') === 0) app.quit();
  else app.emit('window-all-closed');
});
