import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { protocol } from './protocol.ts';
import { mayRequest } from './session.ts';

const TEXT = /^(text\/|application\/json)/;
let port = 0;

/** Serves what the app's own schemes answer to Chromium, which does not know them. */
export async function startSchemeServer(): Promise<void> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  port = (server.address() as AddressInfo).port;
}

const appOrigin = () => `http://segue.app.localhost:${port}`;
const mediaOrigin = () => `http://media.localhost:${port}`;

/** `app://` and `media://` in a text as names of the loopback server. */
export function toLoopback(text: string): string {
  return text.replaceAll('app://segue', appOrigin()).replaceAll('media://', `${mediaOrigin()}/`);
}

/** The other way round. */
export function toApp(text: string): string {
  return text.replaceAll(appOrigin(), 'app://segue').replaceAll(`${mediaOrigin()}/`, 'media://');
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = toApp(`http://${incoming.headers.host ?? ''}${incoming.url ?? '/'}`);
  const scheme = url.split(':', 1)[0];
  if (!mayRequest(url) || scheme === 'http') return void outgoing.destroy();
  const request = new Request(url, { method: incoming.method ?? 'GET', headers: headersOf(incoming) });
  const response = await protocol.respond(scheme, request);
  const headers: Record<string, string | undefined> = Object.fromEntries(response.headers);
  if (headers['content-security-policy'] !== undefined) {
    headers['content-security-policy'] = toLoopback(headers['content-security-policy']).replaceAll(
      /\bmedia:(?=[ ;]|$)/g,
      mediaOrigin(),
    );
  }
  if (headers['access-control-allow-origin'] !== undefined) {
    headers['access-control-allow-origin'] = toLoopback(headers['access-control-allow-origin']);
  }
  if (TEXT.test(headers['content-type'] ?? '') && incoming.method !== 'HEAD') {
    const text = Buffer.from(toLoopback(await response.text()));
    outgoing.writeHead(response.status, { ...headers, 'content-length': text.byteLength });
    outgoing.end(text);
    return;
  }
  outgoing.writeHead(response.status, headers);
  if (response.body === null) return void outgoing.end();
  // A page that loses interest ends the stream, which cancels the body.
  await pipeline(Readable.from(response.body), outgoing);
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name === 'host' || name === 'connection' || value === undefined) continue;
    for (const one of [value].flat()) headers.append(name, toApp(one));
  }
  return headers;
}
