import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CORE_PORT_MESSAGE, type SegueShell, type Unsubscribe } from '../../src-core/contract/shell.ts';
import { CHANNELS } from '../channels.ts';

/** One function per need; the page gets neither a channel's name nor an event. */
const shell: SegueShell = {
  platform: process.platform as SegueShell['platform'],
  connect: () => void ipcRenderer.invoke(CHANNELS.connect),
  pickFolders: () => ipcRenderer.invoke(CHANNELS.pickFolders) as Promise<string[]>,
  pathOf: (file) => webUtils.getPathForFile(file),
  revealTrack: (trackId) => ipcRenderer.invoke(CHANNELS.revealTrack, trackId) as Promise<void>,
  restartCore: () => ipcRenderer.invoke(CHANNELS.restartCore) as Promise<void>,
  onOpenPaths: (listener) => subscribe(CHANNELS.openPaths, listener),
  onMenuCommand: (listener) => subscribe(CHANNELS.menuCommand, listener),
  onCoreState: (listener) => subscribe(CHANNELS.coreState, listener),
};

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
