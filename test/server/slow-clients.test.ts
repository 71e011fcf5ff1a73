import { readdirSync, readlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { connectApi, socketChannel } from '../../src-core/contract/api/index.ts';
import { NO_EVENTS } from '../support/no-events.ts';
import { wavHeader, WAV_HEADER_BYTES } from '../../src-core/service/media/wav-header.ts';
import { startTestServer, type TestServer, TOKEN, trackId } from './start-test-server.ts';

/** Much more than what the system keeps for a connection that is not read. */
const LARGE_BYTES = 64 << 20;
const RATE_HZ = 192_000;

async function openSocket({ url }: TestServer): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}rpc`);
  await new Promise((resolve) => socket.once('open', resolve));
  return socket;
}

async function expectUp(server: TestServer): Promise<void> {
  expect((await fetch(server.url)).status).toBe(200);
}

test('clients that send slowly, or nothing, are let go', async () => {
  const server = await startTestServer([], { patienceMs: 200 });
  const slow = connect(server.port, '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write('GET / HTTP/1.1\r\nhost: ');
  await text(slow);
  const idle = connect(server.port, '127.0.0.1');
  idle.on('error', () => undefined);
  await text(idle);
  expect([slow.destroyed || slow.readableEnded, idle.destroyed || idle.readableEnded]).toEqual([true, true]);
  await expectUp(server);
});

test.skipIf(process.platform !== 'linux')(
  'a client that asks for a large file and does not read it is let go, and the file closed (needs /proc)',
  async () => {
    const server = await startTestServer([], { patienceMs: 300 });
    const large = join(server.music, 'large.wav');
    const frames = LARGE_BYTES / 16;
    writeFileSync(large, wavHeader({ sampleRateHz: RATE_HZ, channels: 8 }, frames));
    truncateSync(large, WAV_HEADER_BYTES + LARGE_BYTES);
    await server.core.methods.startIndexing(null);
    await server.core.whenIndexed();
    const id = await trackId(server, 'large.wav');
    const client = connect(server.port, '127.0.0.1');
    client.on('error', () => undefined);
    client.write(`GET /${TOKEN}/media/track/${id} HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n\r\n`);
    await expect.poll(() => isOpen(large)).toBe(true);
    await expect.poll(() => isOpen(large), { timeout: 20_000 }).toBe(false);
    let received = 0;
    client.on('data', (bytes) => (received += bytes.length));
    await new Promise((resolve) => client.once('close', resolve));
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(LARGE_BYTES / 2);
    await expectUp(server);
  },
);

/** Whether this program has a file open. */
function isOpen(path: string): boolean {
  return readdirSync('/proc/self/fd').some((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === path;
    } catch {
      return false;
    }
  });
}

test('a player that does not read its WebSocket is let go before what waits for it piles up; the others go on', async () => {
  const server = await startTestServer(['mono.opus'], { maxWaitingBytes: 1 << 20 });
  const id = await trackId(server, 'mono.opus');
  const deaf = await openSocket(server);
  const closed = new Promise<number>((resolve) => deaf.once('close', resolve));
  let answers = 0;
  deaf.on('message', () => answers++);
  deaf.pause();
  // Each answer is a hundred times as long as what asks for it.
  const asked = 30;
  const ids = Array<number>(10_000).fill(id);
  for (let i = 0; i < asked; i++) {
    deaf.send(JSON.stringify({ t: 'q', i: String(i), m: 'getTracks', a: [ids] }));
  }
  const other = await openSocket(server);
  const { api } = connectApi(socketChannel(other), NO_EVENTS);
  // One round trip is at least one turn of the server's loop, which takes what else has arrived.
  for (let turn = 0; turn < 100; turn++) await api.getTrack(id);
  deaf.resume();
  expect(await closed).toBe(1006);
  expect(answers).toBeLessThan(asked);
  expect(await api.getTrack(id)).toMatchObject({ id });
  other.close();
  await expectUp(server);
});
