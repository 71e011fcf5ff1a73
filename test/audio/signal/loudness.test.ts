import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelWeights } from '../../../src-core/audio/signal/channel-weights.ts';
import { gatedLoudness, lufs } from '../../../src-core/audio/signal/gated-loudness.ts';
import { kWeighting } from '../../../src-core/audio/signal/k-weighting.ts';
import { analyse, blocksOf, concat, noise, sine } from '../support/blocks.ts';

const amplitude = (dbfs: number) => 10 ** (dbfs / 20);

/** A 1 kHz tone that takes these levels (dBFS, peak) for these times. */
function levels(rateHz: number, ...steps: readonly (readonly [dbfs: number, seconds: number])[]) {
  return concat(...steps.map(([dbfs, seconds]) => sine(1000, rateHz, seconds, amplitude(dbfs))));
}

async function loudness(channels: readonly Float32Array[], rateHz: number): Promise<number | null> {
  return (await analyse(blocksOf(channels, rateHz))).summary.loudnessLufs;
}

describe('K-weighting', () => {
  test('has the coefficients of BS.1770-4, tables 1 and 2, at 48 kHz', () => {
    const { shelf, highPass } = kWeighting(48_000);
    const expected = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
    ];
    [...shelf.b, ...shelf.a].forEach((value, i) => expect(value).toBeCloseTo(expected[i], 10));
    expect(highPass.b).toEqual([1, -2, 1]);
    expect(highPass.a[0]).toBeCloseTo(-1.99004745483398, 10);
    expect(highPass.a[1]).toBeCloseTo(0.99007225036621, 10);
  });

  // The bilinear transform bends frequencies near half the rate: at 8 kHz the shelf sits a little lower.
  test.each([
    [8000, 0.6],
    [22_255, 0.1],
    [44_100, 0.02],
    [192_000, 0.05],
  ])('weighs tones at %i Hz as at 48 kHz, within %f LU', async (rateHz, tolerance) => {
    for (const hz of [100, 997, 2500]) {
      const reference = await loudness([sine(hz, 48_000, 2, 0.1)], 48_000);
      const measured = await loudness([sine(hz, rateHz, 2, 0.1)], rateHz);
      expect(Math.abs(measured! - reference!)).toBeLessThan(tolerance);
    }
  });
});

// EBU Tech 3341 (2016), table 1: signals and what a meter has to show, to 0.1 LU.
describe('EBU Tech 3341, case', () => {
  const rateHz = 44_100;
  const stereo = async (...steps: readonly (readonly [number, number])[]) => {
    const channel = levels(rateHz, ...steps);
    return loudness([channel, channel], rateHz);
  };

  test.each([
    [1, -23, [[-23, 20]]],
    [2, -33, [[-33, 20]]],
    [
      3,
      -23,
      [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
    ],
    [
      4,
      -23,
      [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
    ],
    [
      5,
      -23,
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
    ],
  ] as const)('%i: %i LUFS', async (_case, expected, steps) => {
    expect(Math.abs((await stereo(...steps))! - expected)).toBeLessThan(0.1);
  });

  test('6: -23 LUFS from five channels', async () => {
    const [front, centre, surround] = [-28, -24, -30].map((dbfs) => levels(rateHz, [dbfs, 20]));
    const channels = [front, front, centre, surround, surround];
    expect(Math.abs((await loudness(channels, rateHz))! + 23)).toBeLessThan(0.1);
  });
});

test('the channel for low frequencies does not count, surrounds count half as much again', () => {
  expect(channelWeights(1)).toEqual([1]);
  expect(channelWeights(2)).toEqual([1, 1]);
  expect(channelWeights(6)).toEqual([1, 1, 1, 0, 1.41, 1.41]);
  expect(channelWeights(8)).toEqual([1, 1, 1, 0, 1.41, 1.41, 1.41, 1.41]);
});

describe('gating', () => {
  const block = (loudnessLufs: number) => 10 ** ((loudnessLufs + 0.691) / 10);

  test('leaves out what is below -70 LUFS, and what is 10 LU below the rest', () => {
    expect(gatedLoudness([block(-20), block(-20)])).toBeCloseTo(-20);
    expect(gatedLoudness([block(-20), block(-71)])).toBeCloseTo(-20);
    expect(gatedLoudness([block(-20), block(-20), block(-34)])).toBeCloseTo(-20);
    expect(gatedLoudness([block(-20), block(-25)])).toBeCloseTo(lufs((block(-20) + block(-25)) / 2));
  });

  test('of nothing, and of silence, is null', () => {
    expect(gatedLoudness([])).toBeNull();
    expect(gatedLoudness([0, block(-70.1)])).toBeNull();
  });
});

describe('loudness', () => {
  test('of silence is null', async () => {
    expect(await loudness([new Float32Array(96_000)], 48_000)).toBeNull();
    expect(await loudness([noise(96_000, 1e-5)], 48_000)).toBeNull();
  });

  test('follows the gain, and two equal channels are 3 LU louder than one', async () => {
    const signal = noise(100_000, 0.3);
    const one = (await loudness([signal], 44_100))!;
    expect(await loudness([signal, signal], 44_100)).toBeCloseTo(one + 10 * Math.log10(2), 6);
    expect(await loudness([signal.map((value) => value / 2)], 44_100)).toBeCloseTo(
      one - 20 * Math.log10(2),
      4,
    );
  });

  test('does not depend on how the signal is cut into blocks', async () => {
    const channels = [noise(50_000, 0.4, 3), noise(50_000, 0.2, 4)];
    const whole = await analyse(blocksOf(channels, 44_100, [50_000]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 6 }),
        async (sizes) => {
          const cut = await analyse(blocksOf(channels, 44_100, sizes));
          expect(cut.summary).toEqual(whole.summary);
          expect(cut.clips).toEqual(whole.clips);
        },
      ),
      { numRuns: 25, seed: 3 },
    );
  });

  test('of a file reported as mono until its channels differ is that of the stereo file', async () => {
    const same = noise(70_000, 0.3, 5);
    const [left, right] = [noise(70_000, 0.3, 6), noise(70_000, 0.1, 7)];
    async function* asReported() {
      yield* blocksOf([same], 44_100, [1237]);
      yield* blocksOf([left, right], 44_100);
    }
    const stereo = [concat(same, left), concat(same, right)];
    const reported = await analyse(asReported());
    expect(reported.summary.channels).toBe(2);
    expect(reported.summary.loudnessLufs).toBeCloseTo((await loudness(stereo, 44_100))!, 9);
  });

  test('of a mono passage in a stereo file is that of both speakers', async () => {
    const [one, two] = [noise(70_000, 0.3, 5), noise(70_000, 0.3, 6)];
    async function* mixed() {
      yield* blocksOf([one, two], 44_100);
      yield* blocksOf([one], 44_100);
    }
    const stereo = await loudness([concat(one, one), concat(two, one)], 44_100);
    expect((await analyse(mixed())).summary.loudnessLufs).toBeCloseTo(stereo!, 9);
  });

  test('survives a change of rate', async () => {
    async function* changing() {
      yield* blocksOf([levels(44_100, [-23, 3])], 44_100);
      yield* blocksOf([levels(48_000, [-23, 3])], 48_000);
    }
    const steady = await loudness([levels(48_000, [-23, 6])], 48_000);
    expect((await analyse(changing())).summary.loudnessLufs).toBeCloseTo(steady!, 1);
  });

  test('of music before a long silence is that of the music', async () => {
    const music = noise(44_100 * 10, 0.5);
    const withSilence = concat(music, new Float32Array(44_100 * 20));
    expect(
      Math.abs((await loudness([withSilence], 44_100))! - (await loudness([music], 44_100))!),
    ).toBeLessThan(0.1);
  });
});

test('the sample peak is the largest magnitude of any channel', async () => {
  const quiet = noise(30_000, 0.1);
  const loud = quiet.slice();
  loud[29_999] = -1.25;
  expect((await analyse(blocksOf([quiet, loud], 44_100, [777]))).summary.samplePeak).toBe(1.25);
});
