import type { Page } from 'playwright';

/** Segue, opened as a person would open it. */
export interface OpenApp {
  readonly page: Page;
  /** Adds a folder by the host's own means, from wherever its button is on screen. */
  readonly addFolder: (path: string) => Promise<void>;
  /** Does what lets the listener save a file, and saves it there. */
  readonly saveAs: (path: string, act: () => Promise<void>) => Promise<void>;
  /** Opens files as the system does for those that are double-clicked; null where it opens none with Segue. */
  readonly openFiles: ((paths: readonly string[]) => Promise<void>) | null;
  /** Ends the core at once, as if it had crashed. */
  readonly killCore: () => Promise<void>;
  /** Starts it again, where the host does not do so by itself. */
  readonly reviveCore: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One of the places that Segue runs in. The same suite passes through each. */
export interface Host {
  readonly name: string;
  /**
   * @param dataFolder where the library is kept; the same one twice is the same library
   * @param onPage told of the page before anything is loaded, where the host allows it
   */
  readonly open: (dataFolder: string, onPage: (page: Page) => Promise<void>) => Promise<OpenApp>;
  /** Whether an address leads nowhere but to this computer. */
  readonly isLocal: (url: string) => boolean;
}
