import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../src-core/audio/analyse-file.ts';
import { openPcm, type PcmBlock } from '../../src-core/audio/open-pcm.ts';
import { SegueError } from '../../src-core/contract/errors.ts';
import { copied, fixture, fixtureBytes, readPcm, temporaryFolder } from './support/files.ts';

const folder = temporaryFolder();

/** What reading a file to its end throws; fails where it throws nothing. */
async function errorOf(path: string): Promise<SegueError> {
  try {
    await readPcm(path);
  } catch (error) {
    if (error instanceof SegueError) return error;
    throw error;
  }
  throw new Error(`${path} was read without an error`);
}

/** A WAVE file with one second of sound for each `seconds`, all zero, without filling memory or disk. */
function longWav(name: string, seconds: number): string {
  const header = Buffer.from(fixtureBytes('s16.wav').subarray(0, 44));
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(seconds * 8000 * 4, 40);
  const path = folder.write(name, header);
  truncateSync(path, 44 + seconds * 8000 * 4);
  return path;
}

describe('a path that leads to no readable sound', () => {
  test.each([
    ['not-found', () => join(folder.path, 'nothing.mp3')],
    ['not-found', () => join(fixture('arpeggio.mp3'), 'inside-a-file.mp3')],
    ['not-a-file', () => folder.path],
    ['empty-file', () => folder.write('empty.mp3', Buffer.alloc(0))],
    ['not-audio', () => folder.write('text.mp3', Buffer.from('This is a letter, not a song.\n'.repeat(50)))],
    ['not-audio', () => folder.write('zeros.flac', Buffer.alloc(5000))],
    ['not-audio', () => folder.write('one-byte.ogg', Buffer.from([0xff]))],
    ['unsupported-format', () => folder.write('song.mp3', Buffer.from('MThd\0\0\0\x06\0\x01\0\x01'))],
    [
      'unsupported-format',
      () => folder.write('film.mp3', Buffer.from('\x1A\x45\xDF\xA3 and so on', 'latin1')),
    ],
  ])('is %s', async (code, make) => {
    const path = make();
    const error = await errorOf(path);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });

  test('a loop of links is a reading failure', async () => {
    symlinkSync('loop-b', join(folder.path, 'loop-a'));
    symlinkSync('loop-a', join(folder.path, 'loop-b'));
    expect((await errorOf(join(folder.path, 'loop-a'))).code).toBe('read-failed');
  });

  test.skipIf(process.platform === 'win32')('a named pipe is not a file, and is not waited for', async () => {
    const pipe = join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect((await errorOf(pipe)).code).toBe('not-a-file');
  });

  // The administrator may read everything.
  test.skipIf(process.getuid?.() === 0)('a file without permission says so', async () => {
    const path = folder.write('locked.mp3', fixtureBytes('arpeggio.mp3'));
    chmodSync(path, 0);
    expect((await errorOf(path)).code).toBe('permission-denied');
  });
});

describe('a name', () => {
  test.each(['line\nbreak.mp3', '💿 %20 #1?.mp3', ' leading space.mp3', 'Ünïcödé.flac'])(
    '%j is no obstacle',
    async (name) => {
      const path = folder.write(name, fixtureBytes('arpeggio.mp3'));
      expect((await readPcm(path)).channels[0]).toHaveLength(88_200);
    },
  );
});

test('a link is followed', async () => {
  const link = join(folder.path, 'link');
  symlinkSync(fixture('arpeggio.mp3'), link);
  expect((await readPcm(link)).channels[0]).toHaveLength(88_200);
});

describe('memory', () => {
  test('a long file comes in blocks of a few seconds, the first at once', async () => {
    const path = longWav('ten-hours.wav', 36_000);
    let longest = 0;
    let seconds = 0;
    for await (const { channels, sampleRateHz } of openPcm(path)) {
      longest = Math.max(longest, channels[0].length / sampleRateHz);
      seconds += channels[0].length / sampleRateHz;
      if (seconds > 600) break;
    }
    expect(longest).toBeLessThan(20);
  });

  test('what is decoded does not pile up', async () => {
    const path = longWav('an-hour.wav', 3600); // 115 MB of file, 230 MB as floats
    let most = 0;
    for await (const { channels } of openPcm(path)) {
      expect(channels).toHaveLength(2);
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
    expect(most).toBeLessThan(150e6);
  });
});

describe('aborting', () => {
  test('before the start throws the reason and opens nothing', async () => {
    const reason = new Error('changed my mind');
    const blocks = openPcm(join(folder.path, 'nothing.mp3'), { signal: AbortSignal.abort(reason) });
    await expect(blocks.next()).rejects.toBe(reason);
  });

  test('on the way throws the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let blocks = 0;
    const read = async () => {
      for await (const block of openPcm(longWav('abort.wav', 600), { signal: controller.signal })) {
        if (block.channels.length > 0 && ++blocks === 3) controller.abort(reason);
      }
    };
    await expect(read()).rejects.toBe(reason);
    expect(blocks).toBe(3);
  });

  test('is passed on by analyseFile', async () => {
    const options = { signal: AbortSignal.abort(new Error('stop')) };
    await expect(analyseFile(fixture('arpeggio.mp3'), () => undefined, options)).rejects.toThrow('stop');
  });
});

describe('a file that changes while it is read', () => {
  /** Reads a long file, does something to it after the first block, and reads on. */
  async function errorAfter(change: (path: string) => void, name: string): Promise<SegueError> {
    const path = longWav(name, 600);
    const blocks = openPcm(path);
    await blocks.next();
    change(path);
    try {
      for await (const block of blocks) expect(block.sampleRateHz).toBe(8000);
    } catch (error) {
      return error as SegueError;
    }
    throw new Error('nothing was thrown');
  }

  test.each([
    ['grows', 'changed-while-reading', (path: string) => appendFileSync(path, 'more')],
    ['shrinks', 'changed-while-reading', (path: string) => truncateSync(path, 5000)],
    ['is replaced', 'changed-while-reading', (path: string) => replace(path)],
    ['vanishes', 'not-found', (path: string) => rmSync(path)],
  ])('%s: %s', async (how, code, change) => {
    const error = await errorAfter(change, `changing-${how}.wav`);
    expect(error).toBeInstanceOf(SegueError);
    expect(error.code).toBe(code);
  });

  function replace(path: string): void {
    rmSync(path);
    writeFileSync(path, fixtureBytes('s16.wav'));
  }
});

test('leaving the loop early closes the file', async () => {
  const { readdirSync } = await import('node:fs');
  const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
  const path = longWav('left.wav', 600);
  const before = openFiles();
  for (let i = 0; i < 20; i++) {
    for await (const block of openPcm(path)) {
      expect(block.channels).toHaveLength(2);
      break;
    }
    await expect(readPcm(folder.write('bad.wav', fixtureBytes('s16.wav').subarray(0, 30)))).rejects.toThrow();
  }
  expect(openFiles()).toBeLessThanOrEqual(before + 1);
});

test('analyseFile gives every error the path', async () => {
  const path = folder.write('short.wav', fixtureBytes('s16.wav').subarray(0, 5000));
  await expect(analyseFile(path, () => undefined)).rejects.toMatchObject({ code: 'too-short', path });
});

test('a folder that is not there is not found', async () => {
  mkdirSync(join(folder.path, 'gone'));
  rmSync(join(folder.path, 'gone'), { recursive: true });
  expect((await errorOf(join(folder.path, 'gone', 'a.mp3'))).code).toBe('not-found');
});

test('blocks have equal channels and finite samples, also of float files with holes in them', async () => {
  const bytes = Buffer.from(fixtureBytes('f32.wav'));
  const data = bytes.indexOf('data') + 8;
  [NaN, Infinity, -Infinity, 1e30, -65, 63].forEach((value, i) => bytes.writeFloatLE(value, data + i * 4));
  const blocks: PcmBlock[] = [];
  for await (const block of openPcm(folder.write('holes.wav', bytes))) blocks.push(copied(block));
  const [left, right] = blocks[0].channels;
  expect(left).toHaveLength(right.length);
  expect([left[0], right[0], left[1], right[1], left[2], right[2]]).toEqual([0, 0, 0, 64, -64, 63]);
});
