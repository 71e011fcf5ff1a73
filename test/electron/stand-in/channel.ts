/** What the main process asks of Chromium, which the test process holds. */
export interface ChromiumCalls {
  openPage: (pageId: number, preloadPath: string | null) => Promise<void>;
  loadUrl: (pageId: number, url: string) => Promise<void>;
  closePage: (pageId: number) => Promise<void>;
  /** A message to the preload's world, written by devalue. */
  toPage: (pageId: number, message: string) => void;
}

/** What Chromium, and the test, tells the main process. */
export interface MainCalls {
  fromPage: (pageId: number, message: string) => void;
  /** The page's document is about to be replaced: its ports close. */
  navigationStarted: (pageId: number) => void;
  loaded: (pageId: number) => void;
  /** The page's process crashed. */
  processGone: (pageId: number) => void;
  pageClosed: (pageId: number) => void;
  /** Whether a page may go to a URL, after asking those who listen. */
  mayNavigate: (pageId: number, url: string, isMainFrame: boolean) => boolean;
  /** Whether a page may ask for a URL at all. */
  mayRequest: (url: string) => boolean;
  windowOpened: (pageId: number, url: string) => void;
  evaluate: (source: string, argument: unknown) => unknown;
}

/** Between main and a page's preload. */
export type PageMessage =
  | { kind: 'ipc'; channel: string; args: unknown[]; ports: number[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'settled'; id: number; value?: unknown; error?: string }
  | { kind: 'port'; id: number; data: unknown }
  | { kind: 'port-closed'; id: number };
