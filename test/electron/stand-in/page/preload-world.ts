import { parse, stringify } from 'devalue';
import type { PageMessage } from '../channel.ts';
import { createBridge, listen, tell } from './bridge.ts';

declare global {
  /** A binding of this world only, to the main process. */
  function standInToMain(message: string): void;
  /** Called from outside with what main says. */
  var standInFromMain: (message: string) => void;
  /** Where files that tests drop on the page lie, by name. */
  var standInFilePaths: Record<string, string>;
}

type Listener = (event: { ports: MessagePort[] }, ...args: unknown[]) => void;

const listeners = new Map<string, Set<Listener>>();
const invocations = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
const ports = new Map<number, MessagePort>();
const exposed: { key: string; api: unknown }[] = [];
let lastInvocation = 0;
const { share } = createBridge('preload', 'page');

globalThis.standInFilePaths = {};
globalThis.standInFromMain = (text) => {
  const message = parse(text) as PageMessage;
  if (message.kind === 'ipc') {
    const event = { ports: message.ports.map(openPort) };
    for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
  } else if (message.kind === 'settled') {
    const invocation = invocations.get(message.id);
    invocations.delete(message.id);
    if (message.error === undefined) invocation?.resolve(message.value);
    else invocation?.reject(new Error(message.error));
  } else if (message.kind === 'port') {
    ports.get(message.id)?.postMessage(message.data);
  } else if (message.kind === 'port-closed') {
    ports.get(message.id)?.close();
    ports.delete(message.id);
  }
};

/** A real port whose other end is kept here and tied to the main process. */
function openPort(id: number): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.set(id, port1);
  port1.onmessage = ({ data }) => toMain({ kind: 'port', id, data });
  port1.addEventListener('close', () => toMain({ kind: 'port-closed', id }));
  return port2;
}

function toMain(message: PageMessage): void {
  standInToMain(stringify(message));
}

const electron = {
  contextBridge: {
    exposeInMainWorld: (key: string, api: unknown) => {
      const exposure = { key, api: share(api) };
      exposed.push(exposure);
      tell('exposed', exposure);
    },
  },
  ipcRenderer: {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastInvocation;
        invocations.set(id, { resolve, reject });
        toMain({ kind: 'invoke', id, channel, args });
      }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    removeListener: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
  },
  webUtils: { getPathForFile: (file: File) => standInFilePaths[file.name] ?? '' },
};

// The page's world may come to life before or after this one.
listen('page-is-ready', () => exposed.forEach((exposure) => tell('exposed', exposure)));

/** What a sandboxed preload finds: `require` for Electron only, and a few facts about the process. */
export function require(name: string): unknown {
  if (name !== 'electron') throw new Error(`module not found: ${name}`);
  return electron;
}
export const process = {
  platform: STAND_IN_PLATFORM,
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
};

declare const STAND_IN_PLATFORM: string;
