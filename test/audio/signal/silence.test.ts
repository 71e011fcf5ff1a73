import { describe, expect, test } from 'vitest';
import { SILENCE_DBFS, SoundSpan } from '../../../src-core/audio/signal/sound-span.ts';
import { analyse, blocksOf, concat, noise, sine } from '../support/blocks.ts';

const RATE_HZ = 44_100;

const silent = (seconds: number) => new Float32Array(Math.round(seconds * RATE_HZ));

async function silenceOf(...channels: readonly Float32Array[]) {
  const { summary } = await analyse(blocksOf(channels, RATE_HZ, [5000, 123]));
  return [summary.leadingSilenceSeconds, summary.trailingSilenceSeconds] as const;
}

test('silence at both ends is found to a slot of 10 ms', async () => {
  const [leading, trailing] = await silenceOf(concat(silent(0.7), noise(RATE_HZ, 0.2), silent(1.3)));
  expect(leading).toBeCloseTo(0.7, 5);
  expect(Math.abs(trailing - 1.3)).toBeLessThan(0.03); // the filter's ringing sounds on a little
});

test('a track that sounds from end to end has none', async () => {
  expect(await silenceOf(noise(RATE_HZ, 0.2))).toEqual([0, 0]);
});

test('a track that is silent throughout has all of it in front', async () => {
  expect(await silenceOf(silent(2))).toEqual([2, 0]);
});

test('one channel that sounds is enough, and opposite channels do not cancel', async () => {
  const sound = concat(silent(0.5), noise(RATE_HZ, 0.2), silent(0.5));
  const [leading] = await silenceOf(silent(2), sound);
  expect(leading).toBeCloseTo(0.5, 5);
  const inverted = sound.map((value) => -value);
  expect((await silenceOf(sound, inverted))[0]).toBeCloseTo(0.5, 5);
});

test('the noise of 16 bits, a constant offset and a lone click are no sound', async () => {
  const dither = noise(RATE_HZ, 2 / 32_768);
  const offset = silent(1).map(() => 0.02);
  const click = silent(1);
  click[20_000] = 0.9;
  for (const front of [dither, click]) {
    const [leading] = await silenceOf(concat(front, noise(RATE_HZ, 0.2)));
    expect(leading).toBeCloseTo(1, 5);
  }
  const withOffset = concat(
    offset,
    noise(RATE_HZ, 0.2).map((value) => value + 0.02),
  );
  // the step into the offset, at the very beginning, is a thump; what follows it is not
  const { summary } = await analyse(blocksOf([concat(withOffset, offset)], RATE_HZ));
  expect(Math.abs(summary.trailingSilenceSeconds - 1)).toBeLessThan(0.05);
});

test('a soft beginning counts as sound', async () => {
  const [leading] = await silenceOf(concat(silent(0.5), sine(440, RATE_HZ, 1, 0.003), noise(RATE_HZ, 0.2)));
  expect(leading).toBeCloseTo(0.5, 2);
});

test('time goes on across a change of rate', async () => {
  async function* blocks() {
    yield* blocksOf([new Float32Array(16_000)], 32_000);
    yield* blocksOf([concat(silent(0.25), noise(RATE_HZ, 0.3), silent(1))], RATE_HZ);
  }
  const { summary } = await analyse(blocks());
  expect(summary.leadingSilenceSeconds).toBeCloseTo(0.75, 5);
  expect(Math.abs(summary.trailingSilenceSeconds - 1)).toBeLessThan(0.03);
});

describe('SoundSpan', () => {
  const loud = 10 ** ((SILENCE_DBFS + 1) / 10);
  const soft = 10 ** ((SILENCE_DBFS - 1) / 10);

  test('takes two loud slots in a row', () => {
    const span = new SoundSpan();
    [soft, loud, soft, loud, loud, soft, loud, soft].forEach((meanSquare, i) =>
      span.push(meanSquare, i / 100, (i + 1) / 100),
    );
    const { leadingSilenceSeconds, trailingSilenceSeconds } = span.silence(0.08);
    expect(leadingSilenceSeconds).toBeCloseTo(0.03, 9);
    expect(trailingSilenceSeconds).toBeCloseTo(0.03, 9);
  });
});
