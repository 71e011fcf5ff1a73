import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { loadClipModel, shippedModel } from '../../src-core/emotion/models.ts';
import { analyseFile } from '../../src-core/library/analyse-file.ts';
import { DEMO_MUSIC } from '../../src-core/service/demo-music.ts';
import { listMusic } from '../bench/corpus.ts';

/** Mean absolute difference of two curves that the format of the file may make, per axis. */
const FORMAT_TOLERANCE = 0.03;
/** The same for poor sources, other rates and other gains. */
const SOURCE_TOLERANCE = 0.04;
/** How far arousal may fall where music is played 6 dB louder: rounding, no more. */
const GAIN_TOLERANCE = 0.001;
const SECONDS = '20';

const WAV = ['-c:a', 'pcm_s16le'];
const FORMATS = {
  wav: ['wav', ...WAV],
  'mp3 at 128 kb/s': ['mp3', '-c:a', 'libmp3lame', '-b:a', '128k'],
  flac: ['flac', '-c:a', 'flac'],
  'ogg vorbis': ['ogg', '-c:a', 'libvorbis', '-q:a', '4'],
  'opus at 96 kb/s': ['opus', '-c:a', 'libopus', '-b:a', '96k', '-ar', '48000'],
  'm4a aac at 128 kb/s': ['m4a', '-c:a', 'aac', '-b:a', '128k'],
} as const;
const SOURCES = {
  'mp3 at 64 kb/s': ['mp3', '-c:a', 'libmp3lame', '-b:a', '64k'],
  'mp3 at 96 kb/s': ['mp3', '-c:a', 'libmp3lame', '-b:a', '96k'],
  'mp3 at 192 kb/s': ['mp3', '-c:a', 'libmp3lame', '-b:a', '192k'],
  'mp3 at 320 kb/s': ['mp3', '-c:a', 'libmp3lame', '-b:a', '320k'],
  'opus at 64 kb/s': ['opus', '-c:a', 'libopus', '-b:a', '64k', '-ar', '48000'],
  mono: ['wav', ...WAV, '-af', 'pan=mono|c0=0.5*c0+0.5*c1'],
  '22 050 Hz': ['wav', ...WAV, '-ar', '22050'],
  '192 kHz': ['wav', ...WAV, '-ar', '192000'],
} as const;

const hasFfmpeg = ((): boolean => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'segue-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const model = await loadClipModel(shippedModel('clip'));
const sources = listMusic(DEMO_MUSIC);

function encode(source: string, name: string, [extension, ...encoder]: readonly string[]): string {
  const target = join(folder, `${name.replaceAll(/\W/g, '')}.${extension}`);
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-i', source, '-vn', ...encoder, target]);
  return target;
}

async function curveOf(path: string): Promise<Curve> {
  return (await analyseFile(path, model)).curve;
}

function meanDifference(a: Float32Array, b: Float32Array): number {
  const length = Math.min(a.length, b.length);
  expect(Math.abs(a.length - b.length)).toBeLessThanOrEqual(1);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += Math.abs(a[at] - b[at]);
  return sum / length;
}

describe.skipIf(!hasFfmpeg)('the same music from another file (needs ffmpeg)', () => {
  /** By piece: half a minute as stereo wav at 44.1 kHz, and its curve. */
  const originals: { readonly path: string; readonly curve: Curve }[] = [];
  beforeAll(async () => {
    for (const [at, source] of sources.entries()) {
      const path = encode(source, `piece ${at}`, ['wav', '-t', SECONDS, '-ar', '44100', '-ac', '2', ...WAV]);
      originals.push({ path, curve: await curveOf(path) });
    }
  });

  it.each(sources.map((source, at) => [source.slice(DEMO_MUSIC.length + 1), at] as const))(
    'has the same curve in every pair of formats: %s',
    async (_, at) => {
      const curves: [string, Curve][] = [];
      for (const [name, format] of Object.entries(FORMATS)) {
        curves.push([name, await curveOf(encode(originals[at].path, `${at} ${name}`, format))]);
      }
      for (const [first, one] of curves) {
        for (const [second, other] of curves) {
          for (const axis of ['arousal', 'valence'] as const) {
            const difference = meanDifference(one[axis], other[axis]);
            expect(difference, `${axis}, ${first} against ${second}`).toBeLessThanOrEqual(FORMAT_TOLERANCE);
          }
        }
      }
    },
  );

  it.each(Object.entries(SOURCES))('has nearly the same curve from %s', async (name, source) => {
    for (const [at, { path, curve }] of originals.entries()) {
      const other = await curveOf(encode(path, `${at} ${name}`, source));
      for (const axis of ['arousal', 'valence'] as const) {
        const difference = meanDifference(curve[axis], other[axis]);
        expect(difference, `${axis} of ${sources[at]}`).toBeLessThanOrEqual(SOURCE_TOLERANCE);
      }
    }
  });

  it('is never calmer when played louder, and the same in valence', async () => {
    for (const [at, { path, curve }] of originals.entries()) {
      const [quieter, louder] = await Promise.all(
        [-6, 6].map((gain) =>
          curveOf(
            encode(path, `${at} ${gain < 0 ? 'quieter' : 'louder'}`, [
              'wav',
              '-c:a',
              'pcm_f32le',
              '-af',
              `volume=${gain}dB`,
            ]),
          ),
        ),
      );
      const mean = ({ arousal }: Curve): number =>
        arousal.reduce((sum, value) => sum + value, 0) / arousal.length;
      expect(mean(quieter), sources[at]).toBeLessThanOrEqual(mean(curve) + GAIN_TOLERANCE);
      expect(mean(curve), sources[at]).toBeLessThanOrEqual(mean(louder) + GAIN_TOLERANCE);
      for (const other of [quieter, louder]) {
        expect(meanDifference(curve.valence, other.valence), sources[at]).toBeLessThanOrEqual(
          SOURCE_TOLERANCE,
        );
      }
    }
  });
});
