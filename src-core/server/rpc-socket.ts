import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { socketChannel, type ServeOptions } from '../contract/api/index.ts';
import type { Core } from '../service/core/open-core.ts';

/** The longest message that the player has reason to send is the text of a playlist. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** A player that lets so much pile up does not read any more; it may connect again. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;
const HEARTBEAT_MS = 20_000;

export interface RpcSocketOptions extends Pick<ServeOptions, 'onInternalError'> {
  /** {@link MAX_WAITING_BYTES} unless told otherwise. */
  readonly maxWaitingBytes?: number | undefined;
}

/** Speaks the Segue API over WebSockets. */
export class RpcSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  readonly #core: Core;
  readonly #options: ServeOptions;
  readonly #maxWaitingBytes: number;
  readonly #alive = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(core: Core, { maxWaitingBytes = MAX_WAITING_BYTES, ...options }: RpcSocketOptions = {}) {
    this.#core = core;
    this.#options = options;
    this.#maxWaitingBytes = maxWaitingBytes;
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Takes a connection over that has been let in. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#serve(opened));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const socket of this.#server.clients) socket.close(1001, 'Segue ends.');
    this.#server.close();
  }

  #serve(socket: WebSocket): void {
    this.#alive.add(socket);
    socket.on('pong', () => this.#alive.add(socket));
    // What is too large, or no WebSocket at all, has been closed with its code (1009, 1002) by then.
    socket.on('error', () => undefined);
    const player = this.#core.connect(bounded(socket, this.#maxWaitingBytes), {
      ...this.#options,
      onMalformed: (error) => socket.close(1008, `${error.code}: ${error.message}`),
    });
    socket.on('close', () => player.close());
  }

  #beat(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.has(socket) || socket.bufferedAmount > this.#maxWaitingBytes) socket.terminate();
      this.#alive.delete(socket);
      socket.ping();
    }
  }
}

/** A channel that gives a player up which does not read what it is sent. */
function bounded(socket: WebSocket, maxWaitingBytes: number): ReturnType<typeof socketChannel> {
  const channel = socketChannel(socket);
  return {
    listen: channel.listen,
    post: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > maxWaitingBytes) socket.terminate();
      else channel.post(message);
    },
  };
}
