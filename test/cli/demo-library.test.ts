import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineUp } from '../../src-core/contract/queue.ts';
import { DEMO_MUSIC } from '../../src-core/service/demo-music.ts';
import { listMusic } from '../bench/corpus.ts';
import { type Ended, runSegue } from './run-segue.ts';

const folder = mkdtempSync(join(tmpdir(), 'segue-cli-'));
const db = join(folder, 'library.db');
const pieces = listMusic(DEMO_MUSIC);
const [from] = pieces;

interface Queue {
  readonly from: string;
  readonly tracks: LineUp['tracks'];
}

function parse(ended: Ended): unknown {
  expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(ended.stdout);
}

async function queue(...args: string[]): Promise<Queue> {
  return parse(await runSegue(['queue', '--db', db, '--from', from, '--json', ...args])) as Queue;
}

let indexed: Ended;

beforeAll(async () => {
  indexed = await runSegue(['index', DEMO_MUSIC, '--db', db, '--json']);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('segue index', () => {
  it('gives every piece of the demo library a curve', () => {
    const { seconds, ...counts } = parse(indexed) as Record<string, number>;
    expect(seconds).toBeGreaterThan(0);
    expect(counts).toEqual({
      added: pieces.length,
      updated: 0,
      moved: 0,
      unchanged: 0,
      missing: 0,
      failed: 0,
      analysed: pieces.length,
    });
  });

  it('analyses nothing when nothing has changed', async () => {
    const again = parse(await runSegue(['index', DEMO_MUSIC, '--db', db, '--json']));
    expect(again).toMatchObject({ added: 0, unchanged: pieces.length, analysed: 0 });
  });
});

describe('segue status and errors', () => {
  it('count what is there', async () => {
    const status = parse(await runSegue(['status', '--db', db, '--json']));
    expect(status).toMatchObject({ tracks: pieces.length, withCurve: pieces.length, pending: 0, failed: 0 });
    expect(parse(await runSegue(['errors', '--db', db, '--json']))).toEqual([]);
  });

  it('say in a line that there is no library', async () => {
    const { exitCode, stderr } = await runSegue(['status', '--db', join(folder, 'none.db')]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^segue: There is no library at .*\n$/);
  });

  it('find the library where SEGUE_DATA says', async () => {
    const status = parse(await runSegue(['status', '--json'], { SEGUE_DATA: folder }));
    expect(status).toMatchObject({ tracks: pieces.length });
  });
});

describe('segue queue', () => {
  it('lines up tracks with what the matcher compared, none of them twice', async () => {
    const line = await queue('--count', '8');
    expect(line.from).toBe(from);
    expect(line.tracks).toHaveLength(8);
    expect(new Set([from, ...line.tracks.map((track) => track.path)]).size).toBe(9);
    for (const { title, artist, seamDistance, reason } of line.tracks) {
      expect(title).not.toBe('');
      expect(artist).not.toBeNull();
      expect(seamDistance).toBeGreaterThanOrEqual(0);
      expect(reason.continuation.arousal).toHaveLength(reason.stepsCompared);
      expect(reason.opening.valence).toHaveLength(reason.stepsCompared);
      expect(reason.sentence).toMatch(/\.$/);
    }
  });

  it('ends with the library', async () => {
    expect((await queue('--count', '1000')).tracks).toHaveLength(pieces.length - 1);
  });

  it('is the same for the same seed', async () => {
    expect(await queue('--count', '10', '--seed', '7')).toEqual(await queue('--count', '10', '--seed', '7'));
  });

  it('bends toward a target', async () => {
    const { tracks } = await queue('--count', '3', '--target', '-0.5,0.2');
    for (const { reason } of tracks) {
      expect(reason.target!.target).toEqual({ arousal: -0.5, valence: 0.2 });
      expect(Math.hypot(reason.target!.pull.arousal, reason.target!.pull.valence)).toBeLessThanOrEqual(
        0.30001,
      );
    }
  });

  it("keeps the paper's rule when strict", async () => {
    const { tracks } = await queue('--count', '5', '--strict');
    for (const { seamDistance, reason } of tracks) {
      expect(seamDistance).toBeLessThanOrEqual(0.05);
      expect(Math.abs(reason.opening.arousal[0] - reason.continuation.arousal[0])).toBeLessThanOrEqual(
        0.0502,
      );
      expect(Math.abs(reason.opening.valence[0] - reason.continuation.valence[0])).toBeLessThanOrEqual(
        0.0502,
      );
    }
  });

  it('says which file it does not know', async () => {
    const { exitCode, stdout, stderr } = await runSegue(['queue', '--db', db, '--from', '/no/such.mp3']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toBe('segue: "/no/such.mp3" is not in the library: index its folder first.\n');
  });
});

describe('segue analyze', () => {
  it('prints one object for each file, in order, and goes on after a bad one', async () => {
    const bad = join(folder, 'words.mp3');
    writeFileSync(bad, 'these are words, not music '.repeat(200));
    const files = [pieces[0], bad, join(folder, 'absent.flac'), pieces[1]];
    const { exitCode, stdout, stderr } = await runSegue(['analyze', '--json', ...files]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line.path)).toEqual(files);
    expect(lines[1]).toMatchObject({ error: { code: 'not-audio' } });
    expect(lines[2]).toMatchObject({ error: { code: 'not-found' } });
    for (const line of [lines[0], lines[3]]) {
      expect(Object.keys(line)).toEqual([
        'path',
        'durationSeconds',
        'hopSeconds',
        'modelVersion',
        'loudnessLufs',
        'arousal',
        'valence',
      ]);
      const pairs = Math.round((line.durationSeconds as number) / 0.5);
      for (const axis of [line.arousal, line.valence] as number[][]) {
        expect(Math.abs(axis.length - pairs)).toBeLessThanOrEqual(1);
        expect(axis.every((value) => value >= -1 && value <= 1)).toBe(true);
      }
    }
  });
});

describe('SEGUE_ENGINE', () => {
  it.each([
    ['analyze', [pieces[0]]],
    ['index', [DEMO_MUSIC, '--db', db]],
    ['queue', ['--db', db, '--from', from, '--count', '1']],
  ])('%s says in one line which engine it cannot have, and goes on', async (verb, args) => {
    const { exitCode, stderr } = await runSegue([verb, ...args], { SEGUE_ENGINE: 'abacus' });
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      'segue: SEGUE_ENGINE is "abacus", which is neither wasm nor tfjs-node; using the built-in wasm engine instead.\n',
    );
  });
});
