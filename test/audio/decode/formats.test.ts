import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../../src-core/audio/analyse-file.ts';
import { referenceSignal } from '../../fixtures/audio/reference-signal.ts';
import { fixture, fixtureBytes, readPcm, temporaryFolder } from '../support/files.ts';

const folder = temporaryFolder();

/** Of the reference at the file's rate; null: the mean of both, as ffmpeg mixes down. */
interface Expected {
  readonly rateHz: number;
  readonly channels: 1 | 2;
  /** Error relative to the reference, in dB: coding noise. */
  readonly errorDb: number;
  /** Samples by which the file's sound comes late (negative: early); a decoder that knows the encoder's delay takes it off. */
  readonly delay?: number;
  /** Where the encoder scales: LAME by 0.95. */
  readonly gain?: number;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'arpeggio.mp3': { rateHz: 44_100, channels: 2, errorDb: -20, gain: 0.95 },
  'mono-22050.mp3': { rateHz: 22_050, channels: 1, errorDb: -20, gain: 0.95 },
  'layer-2.mp2': { rateHz: 44_100, channels: 2, errorDb: -30, delay: 481 },
  'arpeggio.flac': { rateHz: 22_050, channels: 2, errorDb: -80 },
  '24-bit-96000.flac': { rateHz: 96_000, channels: 1, errorDb: -110 },
  'in-ogg-flac.oga': { rateHz: 22_050, channels: 1, errorDb: -80 },
  'arpeggio.ogg': { rateHz: 44_100, channels: 2, errorDb: -20 },
  'arpeggio.opus': { rateHz: 48_000, channels: 2, errorDb: -20 },
  'mono.opus': { rateHz: 48_000, channels: 1, errorDb: -20 },
  'index-last.m4a': { rateHz: 44_100, channels: 2, errorDb: -30 },
  'index-first.m4a': { rateHz: 44_100, channels: 2, errorDb: -30 },
  // Neither says how long the encoder's delay was; the library's decoder holds its first frame back, so 0 remains.
  'fragmented.m4a': { rateHz: 44_100, channels: 2, errorDb: -30 },
  'arpeggio.aac': { rateHz: 44_100, channels: 2, errorDb: -30 },
  'alac.m4a': { rateHz: 22_050, channels: 1, errorDb: -80 },
  // ffmpeg's encoder leaves out its first block, and its decoder delivers the same.
  'arpeggio.wma': { rateHz: 44_100, channels: 2, errorDb: -15, delay: -2048 },
  'version-1.wma': { rateHz: 44_100, channels: 2, errorDb: -15, delay: -2048 },
  '22255.wav': { rateHz: 22_255, channels: 1, errorDb: -80 },
  'u8.wav': { rateHz: 8000, channels: 2, errorDb: -30 },
  's16.wav': { rateHz: 8000, channels: 2, errorDb: -80 },
  's24.wav': { rateHz: 8000, channels: 2, errorDb: -110 },
  's32.wav': { rateHz: 8000, channels: 2, errorDb: -130 },
  'f32.wav': { rateHz: 8000, channels: 2, errorDb: -200 },
  'f64.wav': { rateHz: 8000, channels: 1, errorDb: -130 },
  'alaw.wav': { rateHz: 8000, channels: 2, errorDb: -30 },
  'rf64.wav': { rateHz: 8000, channels: 2, errorDb: -80 },
  's16.aiff': { rateHz: 8000, channels: 2, errorDb: -80 },
  's24.aiff': { rateHz: 8000, channels: 2, errorDb: -110 },
  'sowt.aifc': { rateHz: 8000, channels: 2, errorDb: -80 },
  'fl32.aifc': { rateHz: 8000, channels: 2, errorDb: -200 },
};
const NAMES = Object.keys(EXPECTED);

function errorDb(actual: Float32Array, expected: Float32Array, delay: number, gain: number): number {
  let error = 0;
  let power = 1e-30;
  for (let i = 0; i + delay < actual.length && i < expected.length; i++) {
    if (i + delay < 0) continue;
    error += (actual[i + delay] - gain * expected[i]) ** 2;
    power += expected[i] ** 2;
  }
  return 10 * Math.log10(error / power + 1e-30);
}

describe.each(NAMES)('%s', (name) => {
  const { rateHz, channels, errorDb: limit, delay = 0, gain = 1 } = EXPECTED[name];

  test('decodes to the signal it was made from', async () => {
    const pcm = await readPcm(fixture(name));
    expect(pcm.rateHz).toBe(rateHz);
    expect(pcm.channels).toHaveLength(channels);
    const [left, right] = referenceSignal(rateHz);
    const mixed = left.map((value, i) => (value + right[i]) / 2);
    const expected = channels === 2 ? [left, right] : [mixed];
    pcm.channels.forEach((channel, c) => {
      const scale = channels === 1 ? gain * monoGain(channel, expected[c], delay) : gain;
      expect(errorDb(channel, expected[c], delay, scale)).toBeLessThan(limit);
    });
  });

  test('is known by its bytes, whatever its name', async () => {
    const copy = folder.write(`${name}.txt`, fixtureBytes(name));
    const renamed = await analyseFile(copy, () => undefined);
    expect(renamed).toEqual(await analyseFile(fixture(name), () => undefined));
  });
});

/** ffmpeg adds the channels up at -3 dB each or at -6 dB, by sample format. */
function monoGain(actual: Float32Array, expected: Float32Array, delay: number): number {
  let [cross, power] = [0, 0];
  for (let i = 0; i + delay < actual.length && i < expected.length; i++) {
    if (i + delay < 0) continue;
    cross += actual[i + delay] * expected[i];
    power += expected[i] ** 2;
  }
  return cross / power;
}

test('every sound file of the folder is tested here or below', () => {
  const files = readdirSync(fixture('')).filter((name) => !/\.(ts|md)$/.test(name));
  expect(files.sort()).toEqual([...NAMES, 'extensible-5.1.wav'].sort());
});

test('six channels come in the order of WAVE', async () => {
  const { rateHz, channels } = await readPcm(fixture('extensible-5.1.wav'));
  expect([rateHz, channels.length]).toEqual([8000, 6]);
  const [left, right] = referenceSignal(8000);
  const sources = [left, right, left, null, right, left]; // FL FR FC LFE BL BR, as the recipe maps them
  sources.forEach((source, c) => {
    if (source === null) expect(Math.max(...channels[c])).toBe(0);
    else expect(errorDb(channels[c], source, 0, 1)).toBeLessThan(-75);
  });
});

test('the same music gives nearly the same mel clips in every lossy format', async () => {
  const clips = async (name: string) => {
    const all: Float32Array[] = [];
    await analyseFile(fixture(name), (mel) => void all.push(mel.map((power) => Math.log10(power + 1e-4))));
    return all;
  };
  const reference = await clips('index-last.m4a');
  for (const name of ['arpeggio.mp3', 'arpeggio.ogg', 'arpeggio.opus', 'arpeggio.aac']) {
    const other = await clips(name);
    expect(other.length).toBeGreaterThanOrEqual(reference.length);
    const differences = reference.flatMap((clip, i) => Array.from(clip, (v, k) => Math.abs(v - other[i][k])));
    expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(0.06);
  }
});
