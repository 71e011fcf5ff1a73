import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EdgeMode } from '../../../src-core/audio/analyse-signal.ts';
import { melFilterBank } from '../../../src-core/audio/signal/mel-filter-bank.ts';
import { analyse, blocksOf, concat, noise, sine } from '../support/blocks.ts';
import { melWeights, oracleClip } from '../support/librosa-oracle.ts';

const RATE_HZ = 44_100;
const BANDS = 128;
const MODES: readonly EdgeMode[] = ['neighbours', 'zero'];

interface Golden {
  readonly librosa: string;
  readonly frames: readonly number[];
  /** By clip, then by frame of `frames`, then by band. */
  readonly neighbours: readonly (readonly (readonly number[])[])[];
  readonly zero: readonly (readonly (readonly number[])[])[];
}

const golden = JSON.parse(
  readFileSync(new URL('./librosa.golden.json', import.meta.url), 'utf8'),
) as unknown as Golden;

/** The same numbers as signal() in make-librosa-golden.py: noise that swells ten times a second, 1.3 s. */
function testSignal(): Float32Array {
  let state = 1;
  return Float32Array.from({ length: 58_000 }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * ((i % 4410) / 4410);
  });
}

/** Tones in all registers over a little noise: what music does to a spectrogram, loud next to quiet. */
function tonalSignal(): Float32Array {
  const parts = [55, 220, 440, 1760, 3520, 9000, 15_000].map((hz, i) =>
    sine(hz, RATE_HZ, 1.3, 0.3 / (i + 1)),
  );
  return noise(57_330, 0.01).map((value, i) => parts.reduce((sum, part) => sum + part[i], value));
}

/**
 * Largest error relative to the value itself; where that is zero, so must the other be. With `floor`, values
 * smaller than that share of the loudest band in their frame are measured against this share.
 */
function worstError(actual: ArrayLike<number>, expected: ArrayLike<number>, floor = 0): number {
  let worst = 0;
  for (let start = 0; start < expected.length; start += BANDS) {
    const frame = Array.from({ length: BANDS }, (_, band) => expected[start + band]);
    const smallest = Math.max(...frame) * floor;
    frame.forEach((value, band) => {
      const error = Math.abs(actual[start + band] - value);
      if (error > 0) worst = Math.max(worst, error / Math.max(value, smallest));
    });
  }
  return worst;
}

describe.each(MODES)('mel spectrogram, edges %s', (edges) => {
  test("equals librosa's own output within 1e-5 in every band", async () => {
    const { clips } = await analyse(blocksOf([testSignal()], RATE_HZ), edges);
    expect(clips).toHaveLength(3);
    const errors = clips.flatMap((clip, i) =>
      golden.frames.map((frame, row) => {
        const actual = clip.subarray(frame * BANDS, (frame + 1) * BANDS);
        return worstError(actual, golden[edges][i][row]);
      }),
    );
    expect(Math.max(...errors)).toBeLessThan(1e-5);
  });

  test('equals the written-out formulas within 1e-5 in every band of noise', async () => {
    const signal = testSignal();
    const { clips } = await analyse(blocksOf([signal], RATE_HZ, [3000, 17, 8192]), edges);
    const worst = clips.map((clip, i) => worstError(clip, oracleClip(signal, i, edges)));
    expect(worst).toHaveLength(3);
    expect(Math.max(...worst)).toBeLessThan(1e-5);
  });

  // A transform in single precision rounds at some -140 dB of the loudest bin; a band 60 dB down sees 1e-5 of that.
  test('equals them for loud tones within 1e-5 of a band, or of 40 dB under the loudest', async () => {
    const signal = tonalSignal();
    const { clips } = await analyse(blocksOf([signal], RATE_HZ), edges);
    expect(worstError(clips[1], oracleClip(signal, 1, edges), 1e-4)).toBeLessThan(1e-5);
  });
});

test('the two edge modes differ in the frames that reach over an edge, and nowhere else', async () => {
  const signal = testSignal();
  const near = await analyse(blocksOf([signal], RATE_HZ), 'neighbours');
  const alone = await analyse(blocksOf([signal], RATE_HZ), 'zero');
  const differing = [0, 1, 2, 3, 20, 40, 41, 42, 43].filter((frame) => {
    const rows = [near, alone].map(({ clips }) => clips[1].subarray(frame * BANDS, (frame + 1) * BANDS));
    return worstError(rows[0], rows[1]) > 1e-6;
  });
  expect(differing).toEqual([0, 1, 42, 43]); // frame 42 ends 478 samples behind the clip, frame 41 34 before its end
});

test('the filter bank has the formula’s weights, each triangle of area one', () => {
  const bank = melFilterBank();
  const oracle = melWeights();
  bank.forEach(({ firstBin, weights }, band) => {
    const dense = new Float64Array(1025);
    dense.set(weights, firstBin);
    oracle[band].forEach((weight, bin) => expect(dense[bin]).toBeCloseTo(weight, 8));
  });
  const lastArea = bank[127].weights.reduce((sum, weight) => sum + weight, 0) * (RATE_HZ / 2048);
  expect(lastArea).toBeCloseTo(1, 2);
});

test('channels are averaged, so equal ones are heard as one and opposite ones as none', async () => {
  const signal = testSignal();
  const mono = await analyse(blocksOf([signal], RATE_HZ));
  const equal = await analyse(blocksOf([signal, signal], RATE_HZ));
  const opposite = await analyse(blocksOf([signal, signal.map((value) => -value)], RATE_HZ));
  expect(equal.clips).toEqual(mono.clips);
  expect(Math.max(...opposite.clips[0])).toBe(0);
});

describe('the last clip', () => {
  const clipsOf = async (samples: number) =>
    (await analyse(blocksOf([noise(samples)], RATE_HZ))).clips.length;

  test.each([
    [22_050, 1],
    [33_074, 1],
    [33_075, 2],
    [44_100, 2],
    [55_124, 2],
    [55_125, 3],
  ])('of %i samples there are %i clips: less than a quarter second is dropped', async (samples, clips) => {
    expect(await clipsOf(samples)).toBe(clips);
  });

  test('is followed by silence', async () => {
    const signal = noise(40_000);
    const padded = concat(signal, new Float32Array(4100));
    const { clips } = await analyse(blocksOf([signal], RATE_HZ));
    expect(clips).toEqual((await analyse(blocksOf([padded], RATE_HZ))).clips);
  });

  test('a dropped one is still heard by the frames of the clip before', async () => {
    const signal = noise(22_050 + 500);
    const { clips } = await analyse(blocksOf([signal], RATE_HZ));
    expect(worstError(clips[0], oracleClip(signal, 0, 'neighbours'))).toBeLessThan(1e-5);
  });
});

test('less than half a second is refused with what there was', async () => {
  await expect(analyse(blocksOf([noise(22_049)], RATE_HZ))).rejects.toMatchObject({
    code: 'too-short',
    message: expect.stringContaining('0.50 s') as string,
  });
  await expect(analyse(blocksOf([new Float32Array(0)], RATE_HZ))).rejects.toMatchObject({
    code: 'too-short',
  });
});

test('what the consumer of a clip throws comes out, and the next analysis is none the worse', async () => {
  const signal = testSignal();
  const before = await analyse(blocksOf([signal], RATE_HZ));
  const { analyseSignal } = await import('../../../src-core/audio/analyse-signal.ts');
  const fail = () => {
    throw new Error('enough');
  };
  await expect(analyseSignal(blocksOf([signal], RATE_HZ), fail)).rejects.toThrow('enough');
  expect((await analyse(blocksOf([signal], RATE_HZ))).clips).toEqual(before.clips);
});

test('two analyses at the same time do not disturb each other', async () => {
  const signals = [testSignal(), tonalSignal()];
  const apart = [];
  for (const signal of signals) apart.push(await analyse(blocksOf([signal], RATE_HZ)));
  const together = await Promise.all(signals.map((signal) => analyse(blocksOf([signal], RATE_HZ, [700]))));
  expect(together.map(({ clips }) => clips)).toEqual(apart.map(({ clips }) => clips));
});
