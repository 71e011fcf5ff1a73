import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src-core/contract/errors.ts';
import { jsonLines, runSegue } from './run-segue.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/audio/', import.meta.url));
const CASES = 300;
const SEED = 20_240_326;

const originals = readdirSync(FIXTURES)
  .filter((name) => /\.(mp3|flac|ogg|opus|m4a|aac|wav|aiff?|aifc|wma)$/.test(name))
  .sort();
const extensions = [...new Set(originals.map((name) => extname(name)))];
const random = xoroshiro128plus(SEED);
const below = (limit: number): number => uniformInt(random, 0, limit - 1);

/** Ways in which files go bad: cut short, bits flipped, a stretch lost, named for another format, overwritten with noise. */
const MUTATIONS: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => bytes.subarray(0, below(bytes.length)),
  (bytes) => flipBits(bytes, 1 + below(200)),
  (bytes) => flipBits(bytes, 1 + below(4), 512),
  (bytes) => {
    const from = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + below(bytes.length - from) + 1)]);
  },
  (bytes) => bytes,
  (bytes) => Buffer.from(Array.from({ length: bytes.length >> 4 }, () => below(256))),
  (bytes) => {
    const noisy = Buffer.from(bytes);
    const from = below(bytes.length);
    for (let at = from; at < Math.min(bytes.length, from + 400); at++) noisy[at] = below(256);
    return noisy;
  },
];

function flipBits(bytes: Buffer, flips: number, within = bytes.length): Buffer {
  const flipped = Buffer.from(bytes);
  for (let flip = 0; flip < flips; flip++) {
    flipped[below(Math.min(within, bytes.length))] ^= 1 << below(8);
  }
  return flipped;
}

const folder = mkdtempSync(join(tmpdir(), 'segue-mutated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`${CASES} damaged files: each gets a curve or a typed error, and the program carries on`, async () => {
  const files = Array.from({ length: CASES }, (_, at) => {
    const original = originals[at % originals.length];
    const mutate = MUTATIONS[Math.floor(at / originals.length) % MUTATIONS.length];
    const path = join(folder, `${at}${extensions[below(extensions.length)]}`);
    writeFileSync(path, mutate(readFileSync(join(FIXTURES, original))));
    return path;
  });
  const { exitCode, stdout, stderr } = await runSegue(['analyze', '--json', ...files]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  const lines = jsonLines(stdout) as { path: string; error?: { code: string }; arousal?: number[] }[];
  expect(lines.map((line) => line.path)).toEqual(files);
  const codes = new Set<string>(ERROR_CODES);
  for (const line of lines) {
    if (line.error === undefined) expect(line.arousal!.every(Number.isFinite)).toBe(true);
    else
      expect({ ...line, known: codes.has(line.error.code) && line.error.code !== 'internal' }).toMatchObject({
        known: true,
      });
  }
  // Both kinds must occur, or the damage is too mild or too harsh to tell anything.
  const heard = lines.filter((line) => line.error === undefined).length;
  expect(heard).toBeGreaterThan(CASES / 10);
  expect(heard).toBeLessThan(CASES * 0.9);
}, 240_000);
