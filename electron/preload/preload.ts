import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  CORE_PORT_MESSAGE,
  type ChosenFile,
  type SegueShell,
  type Unsubscribe,
} from '../../src-core/contract/shell.ts';
import { CHANNELS } from '../channels.ts';

/** One function per need; the page gets neither a channel's name nor an event. */
const shell: SegueShell = {
  platform: process.platform as SegueShell['platform'],
  connect: () => void ipcRenderer.invoke(CHANNELS.connect),
  pickFolders: () => ask(CHANNELS.pickFolders) as Promise<string[]>,
  chooseSaveFile: (suggestedName) =>
    ask(CHANNELS.chooseSaveFile, suggestedName) as Promise<ChosenFile | null>,
  saveText: (path, text) => ask(CHANNELS.saveText, path, text) as Promise<void>,
  pathOf: (file) => webUtils.getPathForFile(file),
  revealTrack: (trackId) => ask(CHANNELS.revealTrack, trackId) as Promise<void>,
  restartCore: () => ask(CHANNELS.restartCore) as Promise<void>,
  onOpenPaths: (listener) => subscribe(CHANNELS.openPaths, listener),
  onMenuCommand: (listener) => subscribe(CHANNELS.menuCommand, listener),
  onCoreState: (listener) => subscribe(CHANNELS.coreState, listener),
};

/** A question to the main process. What it fails with is said in its own words, without those that Electron puts before them. */
async function ask(channel: string, ...parameters: unknown[]): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(channel, ...parameters);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Error(text.replace(/^Error invoking remote method '[^']*': (\w+: )?/, ''), { cause: error });
  }
}

contextBridge.exposeInMainWorld('segueShell', shell);

// A port cannot cross the context bridge; a message to the page's own window carries it.
ipcRenderer.on(CHANNELS.corePort, ({ ports }) => {
  window.postMessage(CORE_PORT_MESSAGE, location.origin, ports);
});

function subscribe(channel: string, listener: (value: never) => void): Unsubscribe {
  const relay = (_event: IpcRendererEvent, value: unknown) => listener(value as never);
  ipcRenderer.on(channel, relay);
  return () => void ipcRenderer.removeListener(channel, relay);
}
