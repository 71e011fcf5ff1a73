/**
 * What the desktop shell's preload offers the page as `window.segueShell`, besides the core's own API. In a browser
 * there is none. Everything else goes through the port to the core, which arrives as a window message.
 */
export interface SegueShell {
  readonly platform: 'darwin' | 'linux' | 'win32';
  /**
   * Tells the shell that the page listens. The port to the core comes as a message to the page's own window, with
   * {@link CORE_PORT_MESSAGE} as its data; a new one comes each time the core starts again.
   */
  readonly connect: () => void;
  /** Lets the listener choose folders in the system's dialog; none where it was cancelled. */
  readonly pickFolders: () => Promise<string[]>;
  /** Lets the listener choose where a file is saved, in the system's dialog; null where it was cancelled. */
  readonly chooseSaveFile: (suggestedName: string) => Promise<ChosenFile | null>;
  /** Writes a text to a file that was chosen with {@link chooseSaveFile}, and to no other. */
  readonly saveText: (path: string, text: string) => Promise<void>;
  /** Where a file or folder dropped on the window lies; empty where it is none of this computer's. */
  readonly pathOf: (file: File) => string;
  /** Shows a track's file in the system's file manager. */
  readonly revealTrack: (trackId: number) => Promise<void>;
  /** Starts the core again after it was given up. */
  readonly restartCore: () => Promise<void>;
  /** Files and folders that Segue was asked to open from outside; those named before {@link connect} come right after it. */
  readonly onOpenPaths: (listener: (paths: string[]) => void) => Unsubscribe;
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => Unsubscribe;
  readonly onCoreState: (listener: (state: CoreState) => void) => Unsubscribe;
}

/** Where something is to be saved. */
export interface ChosenFile {
  readonly path: string;
  /** The folder that it lies in. */
  readonly folder: string;
}

export type Unsubscribe = () => void;

/** `data` of the window message that carries the port to the core. */
export const CORE_PORT_MESSAGE = 'segue:core-port';

export const MENU_COMMANDS = [
  'play-pause',
  'next',
  'previous',
  'volume-up',
  'volume-down',
  'add-folder',
  'search',
  'settings',
  'show-now-playing',
  'show-library',
  'show-queue',
  'show-folders',
  'show-map',
  'shortcuts',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** How the core's process fares; `message` is a sentence for the listener. */
export type CoreState =
  { readonly status: 'running' } | { readonly status: 'restarting' | 'failed'; readonly message: string };
