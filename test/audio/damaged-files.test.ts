import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { analyseFile } from '../../src-core/audio/analyse-file.ts';
import { openPcm } from '../../src-core/audio/open-pcm.ts';
import { SegueError } from '../../src-core/contract/errors.ts';
import { fixture, fixtureBytes, readPcm, temporaryFolder } from './support/files.ts';
import { MUTATIONS, randomSeries } from './support/mutations.ts';

const folder = temporaryFolder();
const FILES = readdirSync(fixture('')).filter((name) => !/\.(ts|md)$/.test(name));
const ALLOWED = ['corrupt-audio', 'not-audio', 'unsupported-format', 'too-short', 'empty-file'];

/** Everything that an analysis says, in one number that changes with any part of it; or the error's code. */
async function outcomeOf(path: string): Promise<number | string> {
  let sum = 0;
  try {
    const summary = await analyseFile(path, (mel) => (sum += mel.reduce((total, power) => total + power, 0)));
    const { durationSeconds, samplePeak, leadingSilenceSeconds, trailingSilenceSeconds } = summary;
    return sum + durationSeconds + samplePeak + leadingSilenceSeconds + trailingSilenceSeconds;
  } catch (error) {
    if (error instanceof SegueError && error.path === path) return error.code;
    throw error;
  }
}

// What the decoders say is dropped on its way to the console; what else is said arrives there, here in a list.
const said: unknown[][] = [];
const console = globalThis.console as unknown as Record<string, (...words: unknown[]) => void>;
for (const method of ['log', 'info', 'warn', 'error']) console[method] = (...words) => void said.push(words);

const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => void unhandled.push(reason);
process.on('unhandledRejection', noteUnhandled);

afterEach(() => {
  expect(said).toEqual([]);
  expect(unhandled).toEqual([]);
});

afterAll(() => void process.off('unhandledRejection', noteUnhandled));

const goodOutcomes = new Map<string, number | string>();

/** What a file of the folder gave the first time. */
async function goodOutcomeOf(file: string): Promise<number | string> {
  const known = goodOutcomes.get(file) ?? (await outcomeOf(fixture(file)));
  goodOutcomes.set(file, known);
  return known;
}

describe('300 damaged files', () => {
  const random = randomSeries(2);
  const kinds = Object.keys(MUTATIONS);
  const rounds = Array.from({ length: 300 }, (_, i) => {
    const file = FILES[Math.floor(random() * FILES.length)];
    const other = FILES[Math.floor(random() * FILES.length)];
    const kind = kinds[i % kinds.length];
    // every third bears another format's extension
    const name = `${i}${extname(i % 3 === 0 ? other : file)}`;
    return { name, file, kind };
  });

  test.each(kinds)(
    '%s: each gives a result or a typed error, and the next good file is none the worse',
    async (kind) => {
      for (const { name, file } of rounds.filter((round) => round.kind === kind)) {
        await goodOutcomeOf(file);
        const path = folder.write(name, MUTATIONS[kind](Buffer.from(fixtureBytes(file)), random));
        const outcome = await outcomeOf(path);
        if (typeof outcome === 'number') expect(Number.isFinite(outcome), `${file}, ${kind}`).toBe(true);
        else expect(ALLOWED, `${file}, ${kind}`).toContain(outcome);
        expect(await outcomeOf(fixture(file)), `${file} after one with ${kind}`).toBe(
          await goodOutcomeOf(file),
        );
      }
    },
  );
});

describe('what can be saved of a damaged file is', () => {
  const damaged = (name: string, damage: (bytes: Buffer) => Buffer | undefined) => {
    const bytes = Buffer.from(fixtureBytes(name));
    return folder.write(`saved-${name}`, damage(bytes) ?? bytes);
  };
  const lengthOf = async (path: string) => {
    const { rateHz, channels } = await readPcm(path);
    return channels[0].length / rateHz;
  };

  test.each(['arpeggio.mp3', 'arpeggio.flac', 'arpeggio.opus', 'arpeggio.aac', 'arpeggio.wma', 's16.aiff'])(
    '%s cut in half plays to about where it was cut',
    async (name) => {
      const half = damaged(name, (bytes) => bytes.subarray(0, bytes.length >> 1));
      const share = (await lengthOf(half)) / (await lengthOf(fixture(name)));
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.7);
    },
  );

  test.each([
    'arpeggio.mp3',
    'arpeggio.flac',
    'in-ogg-flac.oga',
    'arpeggio.ogg',
    'arpeggio.opus',
    'index-first.m4a',
    'arpeggio.aac',
    'arpeggio.wma',
  ])('%s with a hole in the middle plays on behind it', async (name) => {
    const holed = damaged(name, (bytes) => bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 200));
    expect(await lengthOf(holed)).toBeGreaterThan((await lengthOf(fixture(name))) * 0.8);
  });

  test('an MP4 file without its index says what is wrong', async () => {
    const path = damaged('index-last.m4a', (bytes) => bytes.subarray(0, 20_000));
    await expect(openPcm(path).next()).rejects.toMatchObject({
      code: 'corrupt-audio',
      message: 'The MP4 file has no index (moov): it was not finished, or is cut short.',
    });
  });

  test.each([
    ['arpeggio.flac', 42],
    ['arpeggio.ogg', 500],
    ['s16.wav', 40],
    ['s16.aiff', 40],
    ['arpeggio.wma', 400],
    ['index-first.m4a', 700],
  ])('%s cut off within its header is damaged', async (name, length) => {
    const path = damaged(name, (bytes) => bytes.subarray(0, length));
    await expect(readPcm(path)).rejects.toMatchObject({ code: 'corrupt-audio', path });
  });
});
