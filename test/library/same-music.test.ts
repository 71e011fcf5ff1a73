import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { loadClipModel, shippedModel } from '../../src-core/emotion/models.ts';
import { analyseFile } from '../../src-core/library/analyse-file.ts';
import { DEMO_MUSIC } from '../../src-core/service/demo-music.ts';
import { listMusic } from '../bench/corpus.ts';

/** Mean absolute difference of two curves that the format of the file may make, per axis. */
const TOLERANCE = 0.03;

const ENCODERS = {
  'mp3 at 128 kb/s': ['mp3', '-c:a', 'libmp3lame', '-b:a', '128k'],
  flac: ['flac', '-c:a', 'flac'],
  'ogg vorbis': ['ogg', '-c:a', 'libvorbis', '-q:a', '4'],
  'opus at 96 kb/s': ['opus', '-c:a', 'libopus', '-b:a', '96k'],
  'm4a aac at 128 kb/s': ['m4a', '-c:a', 'aac', '-b:a', '128k'],
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

function encode(source: string, target: string, ...encoder: readonly string[]): string {
  const input = ['-nostdin', '-v', 'error', '-y', '-t', '30', '-i', source, '-vn', '-ar', '44100'];
  // Opus knows no 44.1 kHz.
  const rate = encoder.includes('libopus') ? ['-ar', '48000'] : [];
  execFileSync('ffmpeg', [...input, ...encoder, ...rate, target]);
  return target;
}

function meanDifference(a: Float32Array, b: Float32Array): number {
  const length = Math.min(a.length, b.length);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += Math.abs(a[at] - b[at]);
  return sum / length;
}

describe.skipIf(!hasFfmpeg)('the same music in another format (needs ffmpeg)', async () => {
  const model = await loadClipModel(shippedModel('clip'));
  const curveOf = async (path: string): Promise<Curve> => (await analyseFile(path, model)).curve;
  const sources = listMusic(DEMO_MUSIC).filter((_, at) => at % 5 === 0);

  it.each(Object.entries(ENCODERS))('%s has the same curve', async (name, [extension, ...encoder]) => {
    for (const [at, source] of sources.entries()) {
      const wav = encode(source, join(folder, `${at}.wav`), '-c:a', 'pcm_s16le');
      const other = encode(wav, join(folder, `${at}-${name.replaceAll(/\W/g, '')}.${extension}`), ...encoder);
      const [expected, found] = [await curveOf(wav), await curveOf(other)];
      expect(Math.abs(found.arousal.length - expected.arousal.length)).toBeLessThanOrEqual(1);
      expect(meanDifference(found.arousal, expected.arousal)).toBeLessThanOrEqual(TOLERANCE);
      expect(meanDifference(found.valence, expected.valence)).toBeLessThanOrEqual(TOLERANCE);
    }
  });
});
