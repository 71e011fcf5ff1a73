import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../../src-core/audio/analyse-file.ts';
import { fixture } from '../support/files.ts';

/** Integrated loudness by ffmpeg 5.1's ebur128 filter, `ffmpeg -i FILE -af ebur128 -f null -`, which shows one decimal. */
const BY_FFMPEG: Readonly<Record<string, number>> = {
  'arpeggio.mp3': -17.5,
  'mono-22050.mp3': -17.6,
  'layer-2.mp2': -17.1,
  'arpeggio.flac': -17.0,
  '24-bit-96000.flac': -20.9,
  'arpeggio.ogg': -17.0,
  'arpeggio.opus': -17.1,
  'mono.opus': -17.2,
  'index-first.m4a': -17.1,
  'alac.m4a': -20.2,
  'arpeggio.wma': -17.0,
  's16.wav': -17.3,
  'f64.wav': -17.5,
  'extensible-5.1.wav': -12.6,
  's24.aiff': -17.3,
};

test.each(Object.entries(BY_FFMPEG))(
  'the loudness of %s is what ffmpeg found, %f LUFS',
  async (name, lufs) => {
    const { loudnessLufs } = await analyseFile(fixture(name), () => undefined);
    expect(Math.abs(loudnessLufs! - lufs)).toBeLessThan(0.1);
  },
);

const DEMO = fileURLToPath(new URL('../../../resources/demo/', import.meta.url));
const pieces = existsSync(DEMO) ? readdirSync(DEMO).filter((name) => /\.(opus|mp3|flac)$/.test(name)) : [];
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const reason = hasFfmpeg ? `${pieces.length} pieces` : 'skipped: ffmpeg is not installed';

describe.skipIf(!hasFfmpeg || pieces.length === 0)(
  `the demo library against ffmpeg here and now (${reason})`,
  () => {
    test.each(pieces)('%s: loudness within 0.2 LU, peak within 0.1 dB', async (name) => {
      const { stderr } = spawnSync(
        'ffmpeg',
        ['-nostats', '-i', DEMO + name, '-af', 'ebur128=peak=sample:framelog=verbose', '-f', 'null', '-'],
        { encoding: 'utf8' },
      );
      const value = (pattern: RegExp) => Number(pattern.exec(stderr)?.[1]);
      const { loudnessLufs, samplePeak } = await analyseFile(DEMO + name, () => undefined);
      expect(Math.abs(loudnessLufs! - value(/I:\s+(-?[\d.]+) LUFS/))).toBeLessThan(0.2);
      expect(Math.abs(20 * Math.log10(samplePeak) - value(/Peak:\s+(-?[\d.]+) dBFS/))).toBeLessThan(0.1);
    });
  },
);
