/**
 * One end of a line between player and core. Messages arrive in order, as plain data. The receiver is set once,
 * before anything can have been sent.
 */
export interface Channel {
  readonly post: (message: unknown) => void;
  readonly listen: (receive: (message: unknown) => void) => void;
}

/** What browsers', Node's and Electron's message ports have in common, once Node's and Electron's are read by events. */
interface PortLike {
  postMessage(message: unknown): void;
  start?(): void;
}
interface EventTargetPort extends PortLike {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
interface EmitterPort extends PortLike {
  on(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** A channel over a browser's or Node's `MessagePort`, or over Electron's `MessagePortMain`. */
export function portChannel(port: EventTargetPort | EmitterPort): Channel {
  return {
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      // Node's port has both, and only its addEventListener wraps the data in an event.
      if ('addEventListener' in port) port.addEventListener('message', ({ data }) => receive(data));
      else port.on('message', ({ data }) => receive(data));
      port.start?.();
    },
  };
}

interface SocketLike {
  send(text: string): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** A channel over an open WebSocket, a browser's or the `ws` package's: JSON, a text frame for each message. */
export function socketChannel(socket: SocketLike): Channel {
  return {
    post: (message) => socket.send(JSON.stringify(message)),
    listen: (receive) => socket.addEventListener('message', ({ data }) => receive(parsed(data))),
  };
}

/** What is not JSON becomes undefined, which is no message either; whoever reads messages refuses it. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
