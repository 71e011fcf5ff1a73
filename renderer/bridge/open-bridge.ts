import type { SegueShell } from '../../src-core/contract/shell.ts';
import { createBridge, type Bridge } from './bridge.ts';
import { portLine } from './port-line.ts';
import { socketLine } from './socket-line.ts';

declare global {
  interface Window {
    /** Set by the desktop shell's preload. */
    readonly segueShell?: SegueShell;
  }
}

/** The bridge of whichever host the page was opened in. */
export function openBridge(): Bridge {
  const shell = window.segueShell;
  if (shell) return createBridge(portLine(shell), { mediaBase: 'media://', shell });
  const socket = new URL('rpc', document.baseURI);
  socket.protocol = socket.protocol.replace('http', 'ws');
  return createBridge(socketLine(socket.href), {
    mediaBase: new URL('media/', document.baseURI).href,
    shell: null,
  });
}
