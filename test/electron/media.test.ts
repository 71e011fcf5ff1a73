import { cpSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SegueShell } from '../../src-core/contract/shell.ts';
import { type BuiltApp, buildFixtureApp } from './built-app.ts';
import { findChromium } from '../support/find-chromium.ts';
import { launchStandIn, type StandInApp } from './stand-in/launch.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/audio/', import.meta.url));
const DEMO = fileURLToPath(new URL('../../resources/demo/music/', import.meta.url));
const LONG_PIECE = 'Pier Nine Arcade/Night Circuit/01 Red Signal, No Witness.opus';

/** What the fixture page offers. */
interface FixturePage {
  port: object;
  mediaBase: string;
  segueShell: SegueShell;
  audio: { currentTime: number; error: object | null; paused: boolean };
  call: (method: string, ...args: unknown[]) => Promise<{ ok: boolean; result: never }>;
}
declare const window: FixturePage;

describe.runIf(findChromium() !== null)('media://, with the real core', () => {
  let built: BuiltApp;
  let app: StandInApp;
  let page: Page;
  const ids: Record<string, number> = {};

  beforeAll(async () => {
    built = await buildFixtureApp();
    built.useCore('real');
    const data = built.newDataFolder();
    const music = join(data, 'music');
    mkdirSync(music);
    for (const name of ['arpeggio.flac', 'alac.m4a']) cpSync(join(FIXTURES, name), join(music, name));
    cpSync(join(DEMO, LONG_PIECE), join(music, 'long.opus'));
    app = await launchStandIn({ folder: built.folder, env: { SEGUE_DATA: data } });
    page = await app.firstWindow();
    await page.waitForFunction(() => 'port' in window);
    await page.evaluate((folder) => window.call('addFolder', folder), music);
    const listed = async () => {
      const { result } = await page.evaluate(() => window.call('listTracks', { offset: 0, limit: 10 }));
      return (result as { items: { id: number; durationSeconds: number }[] }).items;
    };
    await vi.waitFor(async () => expect(await listed()).toHaveLength(3), { timeout: 30_000 });
    for (const { id } of await listed()) {
      const { result } = await page.evaluate((trackId) => window.call('getTrack', trackId), id);
      ids[(result as { path: string }).path.split('/').at(-1)!] = id;
    }
  });
  afterAll(async () => {
    await app.close();
    built.remove();
  });

  /** What main answers to a web Request, with as many bytes of it as are asked for. */
  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.evaluate(
      async ({ protocol }, asked) => {
        const request = new Request(`media://${asked.address}`, {
          headers: asked.headers,
          method: asked.method,
        });
        const response = await protocol.respond('media', request);
        const body = new Uint8Array(await response.arrayBuffer());
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          length: body.length,
          first: [...body.slice(0, 4)],
        };
      },
      { address, headers, method },
    );

  test('answers the whole, and each of the three forms of a range', async () => {
    const address = `track/${ids['arpeggio.flac']}`;
    const whole = await ask(address);
    expect(whole).toMatchObject({ status: 200, first: [...Buffer.from('fLaC')] });
    expect(whole.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'audio/flac' });
    const size = whole.length;
    for (const [range, start, end] of [
      ['bytes=0-3', 0, 3],
      [`bytes=${size - 10}-`, size - 10, size - 1],
      ['bytes=-4', size - 4, size - 1],
    ] as const) {
      const part = await ask(address, { range });
      expect(part.status).toBe(206);
      expect(part.headers['content-range']).toBe(`bytes ${start}-${end}/${size}`);
      expect(part.length).toBe(end - start + 1);
    }
  });

  test('refuses ranges beyond the end, other methods, and whatever is no id', async () => {
    const address = `track/${ids['arpeggio.flac']}`;
    expect(await ask(address, { range: 'bytes=99999999-' })).toMatchObject({ status: 416 });
    expect(await ask(address, {}, 'POST')).toMatchObject({ status: 405 });
    expect(await ask(address, {}, 'HEAD')).toMatchObject({ status: 200, length: 0 });
    for (const wrong of [
      'track/999',
      'track/0',
      'track/-1',
      'track/1e3',
      'track/..%2f1',
      'track/%31',
      'track/1/2',
      'file/1',
      '/etc/passwd',
      'art/999',
    ]) {
      expect(await ask(wrong), wrong).toMatchObject({ status: 404 });
    }
  });

  test('decodes what Chromium cannot play', async () => {
    const answer = await ask(`track/${ids['alac.m4a']}`, { range: 'bytes=0-43' });
    expect(answer).toMatchObject({ status: 206, length: 44, first: [...Buffer.from('RIFF')] });
    expect(answer.headers['content-type']).toBe('audio/wav');
  });

  test.skipIf(process.platform !== 'linux')('lets go of the file when the page loses interest', async () => {
    const openFiles = async () => {
      const pid = await app.evaluate(() => process.pid);
      return readdirSync(`/proc/${pid}/fd`).filter((fd) => {
        try {
          return readlinkSync(`/proc/${pid}/fd/${fd}`).endsWith('long.opus');
        } catch {
          return false;
        }
      }).length;
    };
    await app.evaluate(async ({ protocol }, id) => {
      const response = await protocol.respond('media', new Request(`media://track/${id}`));
      const reader = response.body!.getReader();
      await reader.read();
      Object.assign(globalThis, { reader });
    }, ids['long.opus']);
    expect(await openFiles()).toBe(1);
    await app.evaluate(() =>
      (globalThis as unknown as { reader: { cancel: () => Promise<void> } }).reader.cancel(),
    );
    await expect.poll(openFiles).toBe(0);
  });

  test.each(['arpeggio.flac', 'alac.m4a', 'long.opus'])('the page plays %s', async (name) => {
    await play(ids[name]);
    await page.waitForFunction(() => window.audio.currentTime > 0.2);
    expect(await page.evaluate(() => window.audio.error)).toBeNull();
  });

  test('music goes on when the core dies, and the page can seek meanwhile', async () => {
    await play(ids['long.opus']);
    await page.waitForFunction(() => window.audio.currentTime > 0.2);
    const pids = () =>
      app.evaluate(({ utilityProcess }) => [...utilityProcess.running].map((one) => one.pid!));
    const [before] = await pids();
    process.kill(before, 'SIGKILL');
    await page.evaluate(() => (window.audio.currentTime = 50));
    await page.waitForFunction(() => window.audio.currentTime > 50.2);
    await expect.poll(async () => (await pids()).filter((pid) => pid !== before).length).toBe(1);
    expect(await page.evaluate(() => [window.audio.paused, window.audio.error])).toEqual([false, null]);
    // A track that was never asked for waits for the new core.
    expect(await ask(`track/${ids['alac.m4a']}`, { range: 'bytes=0-3' })).toMatchObject({ status: 206 });
  });

  test('shows a track in the file manager, by id only', async () => {
    await page.evaluate(
      (id) =>
        (
          globalThis as unknown as { segueShell: { revealTrack: (id: number) => Promise<void> } }
        ).segueShell.revealTrack(id),
      ids['long.opus'],
    );
    expect(await app.evaluate(({ shell }) => shell.shown)).toEqual([expect.stringMatching(/long\.opus$/)]);
    const refused = await page.evaluate(() => window.segueShell.revealTrack(999).catch(String));
    expect(refused).toContain('not in the library');
  });

  const play = (id: number) =>
    page.evaluate(
      `window.audio?.pause();
       window.audio = Object.assign(new Audio(mediaBase + 'track/${id}'), { muted: false, volume: 0.1 });
       window.audio.play()`,
    );
});
