import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { DEMO_MUSIC } from '../../src-core/service/demo-music.ts';
import {
  FIXTURES,
  sharedTestServer,
  startTestServer,
  type TestServer,
  trackId,
} from './start-test-server.ts';

/** A state that is waited for may take its time on a busy machine. */
const WAIT = { timeout: 15_000 };

async function mediaUrl(server: TestServer, fixture: string): Promise<string> {
  return `${server.url}media/track/${await trackId(server, fixture)}`;
}

const shared = sharedTestServer(
  'arpeggio.mp3 s32.wav s16.wav alac.m4a s16.aiff arpeggio.wma fl32.aifc rf64.wav f64.wav'.split(' '),
);

describe('a file that browsers play', () => {
  const name = 'arpeggio.mp3';
  const whole = readFileSync(join(FIXTURES, name));
  const size = whole.length;

  test.each<[string | undefined, number, [number, number] | null]>([
    [undefined, 200, [0, size]],
    ['bytes=0-', 206, [0, size]],
    ['bytes=100-', 206, [100, size]],
    ['bytes=100-199', 206, [100, 200]],
    [`bytes=100-${size * 2}`, 206, [100, size]],
    ['bytes=-100', 206, [size - 100, size]],
    [`bytes=-${size * 2}`, 206, [0, size]],
    [`bytes=${size}-`, 416, null],
    ['bytes=-0', 416, null],
    ['bytes=200-100', 416, null],
    ['bytes=a-b', 200, [0, size]],
    ['lines=1-2', 200, [0, size]],
    ['bytes=0-1,5-6', 200, [0, size]],
  ])('asked for %s is answered %i', async (range, status, part) => {
    const server = shared();
    const url = await mediaUrl(server, name);
    const headers = range === undefined ? {} : { range };
    const response = await fetch(url, { headers });
    expect(response.status).toBe(status);
    const head = await fetch(url, { method: 'HEAD', headers });
    expect(head.status).toBe(status);
    expect((await head.arrayBuffer()).byteLength).toBe(0);
    if (part === null) {
      expect(response.headers.get('content-range')).toBe(`bytes */${size}`);
      expect(await response.json()).toMatchObject({ code: 'invalid-request' });
      return;
    }
    const [start, end] = part;
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-type')).toBe('audio/mpeg');
    expect(response.headers.get('content-length')).toBe(String(end - start));
    expect(head.headers.get('content-length')).toBe(String(end - start));
    if (status === 206) {
      expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${size}`);
    }
    expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(start, end))).toBe(true);
  });

  test('is not sent again while it stays the same, and whole where it is another than the one asked for', async () => {
    const server = shared();
    const url = await mediaUrl(server, name);
    const etag = (await fetch(url, { method: 'HEAD' })).headers.get('etag')!;
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(url, { headers: { range: 'bytes=5-', 'if-range': etag } })).status).toBe(206);
    expect((await fetch(url, { headers: { range: 'bytes=5-', 'if-range': '"other"' } })).status).toBe(200);
  });
});

describe('a file that browsers do not play', () => {
  test.each(['alac.m4a', 's16.aiff', 'arpeggio.wma', 'fl32.aifc', 'rf64.wav', 'f64.wav'])(
    '%s comes as a wave of the promised length, the same from every place',
    async (name) => {
      const server = shared();
      const url = await mediaUrl(server, name);
      // Asked for its end first: nothing of it has been decoded yet.
      const end = await fetch(url, { headers: { range: 'bytes=-1001' } });
      expect([end.status, end.headers.get('content-type')]).toEqual([206, 'audio/wav']);
      const tail = Buffer.from(await end.arrayBuffer());
      const all = Buffer.from(await (await fetch(url)).arrayBuffer());
      expect(all.toString('latin1', 0, 4)).toBe('RIFF');
      expect(all.readUInt32LE(4)).toBe(all.length - 8);
      expect(all.readUInt32LE(40)).toBe(all.length - 44);
      expect(all.subarray(-1001).equals(tail)).toBe(true);
      const middle = await fetch(url, { headers: { range: 'bytes=20-5020' } });
      expect(Buffer.from(await middle.arrayBuffer()).equals(all.subarray(20, 5021))).toBe(true);
      const { durationSeconds } = await server.core.methods.getTrack(await trackId(server, name));
      const seconds = (all.length - 44) / all.readUInt32LE(28);
      expect(seconds).toBeCloseTo(durationSeconds!, 3);
    },
  );

  test('sounds as it did: a decoded AIFF has the samples of the same sound as a wave', async () => {
    const server = shared();
    const decoded = Buffer.from(await (await fetch(await mediaUrl(server, 's16.aiff'))).arrayBuffer());
    const original = Buffer.from(await (await fetch(await mediaUrl(server, 's16.wav'))).arrayBuffer());
    const samples = (wave: Buffer): Buffer => wave.subarray(wave.indexOf('data') + 8);
    expect(samples(decoded).length).toBe(samples(original).length);
    let worst = 0;
    for (let at = 0; at < samples(decoded).length; at += 2) {
      const gap = samples(decoded).readInt16LE(at) - samples(original).readInt16LE(at);
      worst = Math.max(worst, Math.abs(gap));
    }
    expect(worst).toBeLessThanOrEqual(1);
  });
});

test('a listener who leaves in the middle lets go of the file', async () => {
  const server = shared();
  const url = await mediaUrl(server, 's32.wav');
  const openFiles = (): number =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).endsWith('s32.wav');
      } catch {
        return false;
      }
    }).length;
  for (let i = 0; i < 5; i++) {
    const leaving = new AbortController();
    const response = await fetch(url, { signal: leaving.signal });
    const reader = response.body!.getReader();
    await reader.read();
    leaving.abort();
    await reader.closed.catch(() => undefined);
  }
  if (process.platform === 'linux') await vi.waitFor(() => expect(openFiles()).toBe(0), WAIT);
});

test('covers come by their own id, and only as pictures', async () => {
  const server = shared();
  await server.core.methods.addFolder(join(DEMO_MUSIC, 'Marit Ellensburg'));
  const marit = { filter: { artist: 'Marit Ellensburg' }, offset: 0 };
  await vi.waitFor(async () => {
    expect((await server.core.methods.listTracks({ ...marit, limit: 1 })).total).toBe(4);
  }, 20_000);
  const [{ artId }] = (await server.core.methods.listTracks({ ...marit, limit: 1 })).items;
  const response = await fetch(`${server.url}media/art/${artId!}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^image\/(jpeg|png|webp)$/);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  expect((await fetch(`${server.url}media/art/999`)).status).toBe(404);
});

test('a file that has gone, or turned out to be none, says so', async () => {
  const server = await startTestServer(['mono.opus', 's16.aiff']);
  const gone = await mediaUrl(server, 'mono.opus');
  const broken = await mediaUrl(server, 's16.aiff');
  rmSync(join(server.music, 'mono.opus'));
  writeFileSync(join(server.music, 's16.aiff'), 'no sound at all');
  const first = await fetch(gone);
  expect([first.status, (await first.json()) as object]).toMatchObject([404, {}]);
  const second = await fetch(broken);
  expect([second.status, (await second.json()) as object]).toMatchObject([500, { code: 'not-audio' }]);
});
