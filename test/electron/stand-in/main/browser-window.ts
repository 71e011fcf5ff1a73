import { EventEmitter } from 'node:events';
import { chromium, mainCalls } from './chromium-calls.ts';
import { isPrevented } from './preventable.ts';
import { requireReady } from './readiness.ts';
import { WebContents } from './web-contents.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Options = Partial<Bounds> & { webPreferences?: { preload?: string } };

const windows: BrowserWindow[] = [];
let allClosed = (): void => undefined;
let created: (contents: WebContents) => void = () => undefined;
let nextId = 1;

/** A window around one page of Chromium. Its place on the screen is only remembered. */
export class BrowserWindow extends EventEmitter {
  readonly id = nextId++;
  readonly webContents = new WebContents(this.id);
  /** What it was made with, for tests. */
  readonly options: Options;
  isFocused = false;
  #bounds: Bounds;
  #isMaximized = false;
  #isMinimized = false;
  #isVisible = true;
  readonly #page: Promise<void>;
  readonly #closed = new Promise<void>((resolve) => this.once('closed', () => resolve()));

  constructor(options: Options & { show?: boolean } = {}) {
    super();
    requireReady('new BrowserWindow');
    this.options = options;
    this.#isVisible = options.show ?? true;
    this.#bounds = {
      x: options.x ?? 100,
      y: options.y ?? 100,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    windows.push(this);
    this.#page = chromium.openPage(this.id, options.webPreferences?.preload ?? null);
    created(this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static onAllClosed(listener: () => void): void {
    allClosed = listener;
  }

  static onCreated(listener: (contents: WebContents) => void): void {
    created = listener;
  }

  async loadURL(url: string): Promise<void> {
    await this.#page;
    await this.webContents.load(url);
  }

  show(): void {
    this.#isVisible = true;
    this.#isMinimized = false;
  }

  focus(): void {
    this.isFocused = true;
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  isDestroyed(): boolean {
    return !windows.includes(this);
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  getNormalBounds(): Bounds {
    return this.#bounds;
  }

  close(): void {
    if (!isPrevented(this, 'close')) this.destroy();
  }

  destroy(): void {
    void this.#page.then(() => chromium.closePage(this.id)).finally(() => this.gone());
  }

  closeAndWait(): Promise<void> {
    this.close();
    return this.#closed;
  }

  /** The page is no more. */
  gone(): void {
    const at = windows.indexOf(this);
    if (at < 0) return;
    windows.splice(at, 1);
    this.webContents.destroyed();
    this.emit('closed');
    if (windows.length === 0) allClosed();
  }
}

const byId = (id: number) => windows.find((window) => window.id === id);
mainCalls.loaded = (pageId) => byId(pageId)?.emit('ready-to-show');
mainCalls.pageClosed = (pageId) => byId(pageId)?.gone();
