import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { get, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { connectApi, socketChannel } from '../../src-core/contract/api/index.ts';
import { NO_EVENTS } from '../support/no-events.ts';
import { sharedTestServer, type TestServer, TOKEN } from './start-test-server.ts';

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request with a path and headers that fetch would put right. */
function ask({ port }: TestServer, path: string, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      void text(response).then((body) =>
        resolve({ status: response.statusCode!, body, headers: response.headers }),
      );
    }).on('error', reject);
  });
}

function openSocket({ port }: TestServer, path: string, headers: Record<string, string>): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
}

function codeOf({ body }: Answered): unknown {
  return (JSON.parse(body) as { code: unknown }).code;
}

/** The server still answers whoever may ask. */
async function expectUp(server: TestServer): Promise<void> {
  expect((await ask(server, `/${TOKEN}/`)).status).toBe(200);
}

const shared = sharedTestServer(['mono.opus']);

describe('a request is refused with a typed error', () => {
  test.each<[string, string, (port: number) => OutgoingHttpHeaders]>([
    ['without a token', '/', () => ({})],
    ['with a wrong token', `/${TOKEN.replace('t', 'x')}/`, () => ({})],
    ['with the beginning of the token', `/${TOKEN.slice(0, -1)}/`, () => ({})],
    ['with the token in the query', `/?token=${TOKEN}`, () => ({})],
    ['for music without a token', '/media/track/1', () => ({})],
    ['from a foreign page', `/${TOKEN}/`, () => ({ origin: 'http://evil.example' })],
    ['from a page of another port', `/${TOKEN}/`, () => ({ origin: 'http://127.0.0.1:1' })],
    ['from a page without an origin of its own', `/${TOKEN}/`, () => ({ origin: 'null' })],
    ['that a foreign page embeds', `/${TOKEN}/media/track/1`, () => ({ 'sec-fetch-site': 'cross-site' })],
    ['under a foreign name', `/${TOKEN}/`, (port) => ({ host: `evil.example:${port}` })],
    ['under a name without the port', `/${TOKEN}/`, () => ({ host: '127.0.0.1' })],
  ])('%s', async (_, path, headers) => {
    const server = shared();
    const answered = await ask(server, path, headers(server.port));
    expect([answered.status, codeOf(answered)]).toEqual([403, 'forbidden']);
    expect(answered.headers['content-security-policy']).not.toMatch(/unsafe-inline.*script|unsafe-eval/);
    expect(answered.headers['content-security-policy']).toContain("script-src 'self'");
    await expectUp(server);
  });

  test.each([
    ['media/track/../../secret.html'],
    ['media/track/%2e%2e%2fsecret.html'],
    ['media/track/1/../1'],
    ['media/track/-1'],
    ['media/track/1e3'],
    ['media/track/01'],
    ['media/track/99999999999999999999'],
    ['media/track/1%00'],
    ['media/track/'],
    ['media/art/../track/1'],
    ['media/art/0'],
    ['media/art/%2Fetc%2Fpasswd'],
    ['media/library.db'],
    ['../secret.html'],
    ['%2e%2e/secret.html'],
    ['..%2fsecret.html'],
    ['..%5csecret.html'],
    ['assets/%2e%2e/%2e%2e/secret.html'],
    ['/etc/passwd'],
    ['index.html%00'],
    ['C:/index.html'],
    ['%E0%A4%A'],
  ])('for %s', async (path) => {
    const server = shared();
    const answered = await ask(server, `/${TOKEN}/${path}`);
    expect(answered.status).toBe(404);
    expect(['unknown-id', 'not-found']).toContain(codeOf(answered));
    await expectUp(server);
  });

  test('that is none of the web, or has headers without end', async () => {
    const server = shared();
    for (const sent of ['\0\x01garbage\r\n\r\n', `GET / HTTP/1.1\r\nx: ${'y'.repeat(64_000)}\r\n\r\n`]) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(sent);
      expect(await text(socket)).toContain('invalid-request');
    }
    await expectUp(server);
  });

  test('by another method', async () => {
    const server = shared();
    const response = await fetch(server.url, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'invalid-request' }),
    ]);
    await expectUp(server);
  });
});

describe('a WebSocket', () => {
  test.each<[string, string, (port: number) => Record<string, string>]>([
    ['without a token', '/rpc', () => ({})],
    ['with a wrong token', '/wrong/rpc', () => ({})],
    ['elsewhere', `/${TOKEN}/other`, () => ({})],
    ['from a foreign page', `/${TOKEN}/rpc`, () => ({ origin: 'https://evil.example' })],
    ['under a foreign name', `/${TOKEN}/rpc`, (port) => ({ host: `evil.example:${port}` })],
  ])('is refused %s', async (_, path, headers) => {
    const server = shared();
    const socket = openSocket(server, path, headers(server.port));
    const body = await new Promise<string>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(text(response)));
      socket.on('error', () => undefined);
    });
    expect(['forbidden', 'not-found']).toContain((JSON.parse(body) as { code: string }).code);
    await expectUp(server);
  });

  test.each<[string, string | Buffer, number]>([
    ['what is no JSON', '{', 1008],
    ['what is no message', '{"t":"q"}', 1008],
    ['null', 'null', 1008],
    ['bytes', Buffer.from([1, 2, 3]), 1008],
    ['a message beyond all bounds', 'x'.repeat(5 << 20), 1009],
  ])('is closed for %s, and the next one is served', async (_, message, code) => {
    const server = shared();
    const socket = openSocket(server, `/${TOKEN}/rpc`, {});
    const closed = new Promise<[number, string]>((resolve) => {
      socket.on('close', (given, reason) => resolve([given, reason.toString()]));
    });
    socket.on('open', () => socket.send(message));
    const [given, reason] = await closed;
    expect(given).toBe(code);
    if (code === 1008) expect(reason).toMatch(/^invalid-request: /);
    const next = openSocket(server, `/${TOKEN}/rpc`, { origin: `http://127.0.0.1:${server.port}` });
    await new Promise((resolve) => next.on('open', resolve));
    const { api } = connectApi(socketChannel(next), NO_EVENTS);
    await expect(api.getTrack(50)).rejects.toMatchObject({ name: 'SegueError', code: 'unknown-id' });
    await expect(api.listTracks({ offset: 0, limit: 10 })).resolves.toEqual({
      total: 1,
      items: [expect.objectContaining({ missing: false })],
    });
    next.close();
  });
});

test.skipIf(!existsSync('/usr/bin/ss') && !existsSync('/bin/ss'))(
  'listens on 127.0.0.1 and nowhere else (needs ss)',
  () => {
    const server = shared();
    const listening = execFileSync('ss', ['-Hltn'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(`:${server.port} `));
    expect(listening).toHaveLength(1);
    expect(listening[0]).toContain(`127.0.0.1:${server.port} `);
  },
);
