import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ErrorCode, messageOf, SegueError, systemCodeOf, toSegueError } from '../contract/errors.ts';
import type { Core } from '../service/core/open-core.ts';
import { createMediaAnswerer, type MediaAnswerer } from '../service/media/answer-media.ts';
import { guard } from './guard.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { sendWebResponse, toWebRequest } from './node-bridge.ts';
import { pageFile } from './page-files.ts';
import { RpcSockets } from './rpc-socket.ts';

export interface ServerOptions {
  readonly core: Core;
  /** Where the built page lies. */
  readonly pageFolder: string;
  /** For what has to be decoded to be played: no other program's, removed at the end. */
  readonly decodedFolder: string;
  readonly token: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** How long a client may take over its request, and then not read what it is sent. */
  readonly patienceMs?: number;
  /** How much may wait for a player on a WebSocket before it counts as one that does not read. */
  readonly maxWaitingBytes?: number;
  /** Told of failures that are the program's own. */
  readonly onInternalError?: (error: unknown) => void;
}

export interface RunningServer {
  /** Opens the player; whoever has it has the library. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 60_000;
/** Nobody but this computer can connect. */
const LOOPBACK = '127.0.0.1';

/**
 * Serves page, API, music and pictures to browsers on this computer, at `http://127.0.0.1:PORT/TOKEN/`.
 * @throws {SegueError} 'usage' where the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { core, token, patienceMs = PATIENCE_MS, onInternalError, maxWaitingBytes } = options;
  const server = createServer({
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: Math.min(5000, patienceMs),
    maxHeaderSize: 16 * 1024,
  });
  server.timeout = patienceMs;
  const port = await listen(server, options.port);
  const media = createMediaAnswerer(core.media, options.decodedFolder);
  const sockets = new RpcSockets(core, { onInternalError, maxWaitingBytes });

  // One that cannot be let in, as where no more files can be opened, is no reason to end.
  server.on('error', (error) => onInternalError?.(error));
  server.on('request', (incoming, outgoing) => {
    void handle(incoming, outgoing, (request) =>
      answer(guard(incoming, token, port), request, media, options.pageFolder),
    ).catch(() => {
      // The other side has left, or what was being sent could not be read to its end.
      outgoing.destroy();
    });
  });
  server.on('upgrade', (incoming, socket, head) => {
    socket.on('error', () => undefined);
    try {
      if (guard(incoming, token, port) !== 'rpc')
        throw new SegueError('not-found', 'There is nothing there.');
      sockets.accept(incoming, socket, head);
    } catch (error) {
      refuseSocket(socket, toSegueError(error));
    }
  });
  server.on('clientError', (_, socket) => {
    refuseSocket(socket, new SegueError('invalid-request', 'That is no request of the web.'));
  });

  return {
    url: `http://${LOOPBACK}:${port}/${token}/`,
    port,
    close: async () => {
      sockets.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await media.close();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    const isTaken = systemCodeOf(error) === 'EADDRINUSE';
    const why = isTaken
      ? `Port ${port} is taken by another program: choose another with --port.`
      : messageOf(error);
    throw new SegueError('usage', why, { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answerTo: (request: Request) => Promise<Response>,
): Promise<void> {
  const left = new AbortController();
  outgoing.on('close', () => left.abort());
  // Nothing here reads a body; whoever sends one is not kept waiting for it to be read.
  incoming.resume();
  let response: Response;
  try {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      throw new SegueError('invalid-request', 'Only GET and HEAD are answered.');
    }
    response = await answerTo(toWebRequest(incoming, left.signal));
  } catch (error) {
    const typed = toSegueError(error);
    response = Response.json(typed.toReport(), { status: STATUS[typed.code] ?? 500 });
  }
  const isHead = incoming.method === 'HEAD';
  if (isHead) await response.body?.cancel();
  const shown = isHead
    ? new Response(null, { status: response.status, headers: response.headers })
    : response;
  await sendWebResponse(shown, outgoing, SECURITY_HEADERS);
}

function answer(path: string, request: Request, media: MediaAnswerer, pageFolder: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  // The page's own addresses are relative to the one with the slash.
  if (path === '' && !pathname.endsWith('/')) {
    return Promise.resolve(new Response(null, { status: 308, headers: { location: `${pathname}/` } }));
  }
  if (path.startsWith('media/')) return media.answer(path.slice('media/'.length), request);
  return pageFile(pageFolder, path);
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  forbidden: 403,
  'not-found': 404,
  'invalid-request': 400,
};

/** A refusal before there is a WebSocket, or a request, to speak by. */
function refuseSocket(socket: Duplex, error: SegueError): void {
  const status = STATUS[error.code] ?? 400;
  const body = JSON.stringify(error.toReport());
  if (!socket.writable) return;
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: application/json\r\nconnection: close\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
