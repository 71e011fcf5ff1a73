import {
  connectApi,
  METHODS,
  type Channel,
  type CoreConnection,
  type EventName,
  type EventPayload,
  type MethodName,
  type SegueApi,
  type SegueEvents,
} from '../../src-core/contract/api/index.ts';
import { EVENTS } from '../../src-core/contract/api/events.ts';
import { SegueError } from '../../src-core/contract/errors.ts';
import type { SegueShell, Unsubscribe } from '../../src-core/contract/shell.ts';

/** connecting: not reached yet since the page was opened; lost: it was there, and is being looked for. */
export type BridgeStatus = 'connecting' | 'connected' | 'lost';

/** A line to the core that is opened again whenever it breaks. */
export type OpenLine = (line: {
  readonly opened: (channel: Channel) => void;
  readonly lost: () => void;
}) => void;

/** The page's one way to the core and to its host. */
export interface Bridge {
  /** Calls reject with 'disconnected' while the core is out of reach. */
  readonly api: SegueApi;
  readonly status: BridgeStatus;
  readonly onStatus: (listener: (status: BridgeStatus) => void) => Unsubscribe;
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (payload: EventPayload<Name>) => void,
  ) => Unsubscribe;
  /** What tracks' and covers' addresses begin with. */
  readonly mediaBase: string;
  /** Null in a browser. */
  readonly shell: SegueShell | null;
}

export function createBridge(open: OpenLine, host: Pick<Bridge, 'mediaBase' | 'shell'>): Bridge {
  let connection: CoreConnection | null = null;
  let status: BridgeStatus = 'connecting';
  const statusListeners = new Set<(status: BridgeStatus) => void>();
  const listeners = new Map<EventName, Set<(payload: never) => void>>();

  const setStatus = (next: BridgeStatus): void => {
    if (status === next) return;
    status = next;
    for (const listener of statusListeners) listener(status);
  };
  const tell = (name: EventName, payload: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  const events = Object.fromEntries(
    Object.keys(EVENTS).map((name) => [name, (payload: unknown) => tell(name as EventName, payload)]),
  ) as unknown as SegueEvents;

  open({
    opened: (channel) => {
      connection?.close();
      connection = connectApi(channel, events);
      // A new line straight after the old one is news as well: the core behind it may be another.
      if (status === 'connected') setStatus('lost');
      setStatus('connected');
    },
    lost: () => {
      connection?.close();
      connection = null;
      if (status === 'connected') setStatus('lost');
    },
  });

  return {
    ...host,
    api: lateBound(() => connection),
    get status() {
      return status;
    },
    onStatus: (listener) => subscribe(statusListeners, listener),
    on: (name, listener) => {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own);
      return subscribe(own, listener as (payload: never) => void);
    },
  };
}

/** The API of whatever connection there is at the time of a call. */
function lateBound(connection: () => CoreConnection | null): SegueApi {
  const call = (name: MethodName, parameters: unknown[]): Promise<unknown> => {
    const api = connection()?.api;
    if (!api) {
      return Promise.reject(
        new SegueError('disconnected', 'The core of Segue is out of reach at the moment.'),
      );
    }
    return (api[name] as (...parameters: unknown[]) => Promise<unknown>)(...parameters);
  };
  const methods = Object.keys(METHODS).map((name) => [
    name,
    (...parameters: unknown[]) => call(name as MethodName, parameters),
  ]);
  return Object.fromEntries(methods) as SegueApi;
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): Unsubscribe {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
