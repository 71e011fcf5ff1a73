import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Arena } from '../../../src-core/audio/kernel/arena.ts';
import { loadSignalKernel } from '../../../src-core/audio/kernel/load-kernel.ts';
import { PASS_BAND_SHARE } from '../../../src-core/audio/signal/resampler-filter.ts';
import { Resampler } from '../../../src-core/audio/signal/resampler.ts';
import { analyse, blocksOf, concat, noise, sine } from '../support/blocks.ts';

const TO_HZ = 44_100;
const LOW_RATES_HZ = [8000, 11_025, 16_000, 22_050, 22_255, 24_000, 32_000, 44_099] as const;
const HIGH_RATES_HZ = [47_999, 48_000, 64_000, 88_200, 95_999, 96_000, 176_400, 192_000] as const;
const ALL_RATES_HZ = [...LOW_RATES_HZ, ...HIGH_RATES_HZ];

/** Of a test tone, and how many of them make a sweep. */
const SECONDS = 0.25;
const TONES = 16;
const PASS_BAND_HZ = (TO_HZ / 2) * PASS_BAND_SHARE;

const kernel = await loadSignalKernel();

/** A signal through the resampler, pushed in pieces of the given sizes in turn. */
function resample(signal: Float32Array, fromHz: number, pieces: readonly number[] = [4096]): Float32Array {
  const arena = new Arena(kernel);
  try {
    const out: Float32Array[] = [];
    const largest = Math.max(...pieces);
    const input = arena.floats(largest);
    const resampler = new Resampler(arena, fromHz, TO_HZ, largest, (samples, count) => {
      out.push(arena.floatsAt(samples, count).slice());
    });
    for (let at = 0, i = 0; at < signal.length; i++) {
      const piece = signal.subarray(at, at + pieces[i % pieces.length]);
      arena.floatsAt(input, piece.length).set(piece);
      resampler.push(input, piece.length);
      at += piece.length;
    }
    resampler.finish();
    return concat(...out);
  } finally {
    arena.releaseAll();
  }
}

function rms(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ** 2;
  return Math.sqrt(sum / (to - from));
}

const decibels = (ratio: number) => 20 * Math.log10(Math.max(ratio, 1e-12));

/** Away from both ends, where the filter looks into the silence around the signal. */
const inside = (length: number) => [Math.round(length * 0.1), Math.round(length * 0.9)] as const;

/** Gain of the tone at `hz`, and everything else (aliases, images, noise) relative to the tone; both in dB. */
function toneResponse(out: Float32Array, hz: number): { gainDb: number; restDb: number } {
  const [from, to] = inside(out.length);
  const step = (2 * Math.PI * hz) / TO_HZ;
  let [ss, cc, sc, sy, cy] = [0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const [s, c] = [Math.sin(step * i), Math.cos(step * i)];
    ss += s * s;
    cc += c * c;
    sc += s * c;
    sy += s * out[i];
    cy += c * out[i];
  }
  const determinant = ss * cc - sc * sc;
  const a = (sy * cc - cy * sc) / determinant;
  const b = (cy * ss - sy * sc) / determinant;
  const rest = out.map((value, i) => value - a * Math.sin(step * i) - b * Math.cos(step * i));
  const gain = Math.hypot(a, b);
  return { gainDb: decibels(gain), restDb: decibels(rms(rest, from, to) / (gain / Math.SQRT2)) };
}

describe.each(ALL_RATES_HZ)('from %i Hz', (fromHz) => {
  const halfLower = Math.min(fromHz, TO_HZ) / 2;
  const passBandHz = halfLower * PASS_BAND_SHARE;

  test('a tone swept through the pass band keeps its level within 0.1 dB, with nothing beside it over -80 dB', () => {
    const tones = Array.from({ length: TONES }, (_, i) => 20 * (passBandHz / 20) ** (i / (TONES - 1)));
    const responses = tones.map((hz) => toneResponse(resample(sine(hz, fromHz, SECONDS), fromHz), hz));
    expect(Math.max(...responses.map(({ gainDb }) => Math.abs(gainDb)))).toBeLessThan(0.1);
    expect(Math.max(...responses.map(({ restDb }) => restDb))).toBeLessThan(-80);
  });

  test('a chirp through the pass band comes out as the same chirp at the other rate', () => {
    const phase = (time: number) => Math.PI * time * (passBandHz / SECONDS) * time;
    const chirp = (rateHz: number) =>
      Float32Array.from({ length: Math.round(SECONDS * rateHz) }, (_, i) => Math.sin(phase(i / rateHz)));
    const out = resample(chirp(fromHz), fromHz);
    const expected = chirp(TO_HZ);
    const [from, to] = inside(out.length);
    const error = out.map((value, i) => value - expected[i]);
    expect(decibels(rms(error, from, to) / rms(expected, from, to))).toBeLessThan(-75);
  });

  test('the length is that of the same time, and a constant stays constant', () => {
    const out = resample(new Float32Array(5000).fill(1), fromHz);
    expect(out).toHaveLength(Math.ceil((5000 * TO_HZ) / fromHz));
    const [from, to] = inside(out.length);
    const middle = out.subarray(from, to);
    expect(Math.max(...middle.map((value) => Math.abs(value - 1)))).toBeLessThan(1e-5);
  });
});

describe.each(HIGH_RATES_HZ)('down from %i Hz', (fromHz) => {
  test('a tone swept over half the output rate is at least 80 dB down', () => {
    const top = fromHz / 2 - 1;
    const tones = Array.from({ length: TONES }, (_, i) => TO_HZ / 2 + ((top - TO_HZ / 2) * i) / (TONES - 1));
    const left = tones.map((hz) => {
      const out = resample(sine(hz, fromHz, SECONDS), fromHz);
      return decibels(rms(out, ...inside(out.length)) / Math.SQRT1_2);
    });
    expect(Math.max(...left)).toBeLessThan(-80);
  });

  test('of a pair of tones, only the one below half the output rate comes through', () => {
    const pairs = [0.1, 0.5, 0.9].map((share) => {
      const high = TO_HZ / 2 + (fromHz / 2 - TO_HZ / 2) * share;
      const alias = Math.abs(high - TO_HZ * Math.round(high / TO_HZ)); // where it would fold to
      return {
        high,
        low: Math.abs(alias - PASS_BAND_HZ * 0.6) < 200 ? PASS_BAND_HZ * 0.3 : PASS_BAND_HZ * 0.6,
      };
    });
    for (const { high, low } of pairs) {
      const other = sine(high, fromHz, SECONDS);
      const out = resample(
        sine(low, fromHz, SECONDS).map((value, i) => value + other[i]),
        fromHz,
      );
      const { gainDb, restDb } = toneResponse(out, low);
      expect(Math.abs(gainDb)).toBeLessThan(0.1);
      expect(restDb).toBeLessThan(-80);
    }
  });
});

test('an impulse comes out where it was, in time', () => {
  for (const fromHz of ALL_RATES_HZ) {
    const signal = new Float32Array(fromHz);
    signal[Math.round(fromHz / 2)] = 1;
    const out = resample(signal, fromHz);
    const peak = out.reduce((best, value, i) => (value > out[best] ? i : best), 0);
    expect(Math.abs(peak / TO_HZ - Math.round(fromHz / 2) / fromHz)).toBeLessThan(
      0.51 / TO_HZ + 0.5 / fromHz,
    );
  }
});

test('it does not matter in which pieces the signal comes', () => {
  const signal = noise(9000);
  fc.assert(
    fc.property(
      fc.constantFrom(...ALL_RATES_HZ),
      fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 5 }),
      (fromHz, pieces) => {
        expect(resample(signal, fromHz, pieces)).toEqual(resample(signal, fromHz, [9000]));
      },
    ),
    { numRuns: 40, seed: 5 },
  );
});

test('any whole rate from 8 to 192 kHz keeps a tone at its level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8000, max: 192_000 }), (fromHz) => {
      const { gainDb, restDb } = toneResponse(resample(sine(1234.5, fromHz, 0.2), fromHz), 1234.5);
      expect(Math.abs(gainDb)).toBeLessThan(0.1);
      expect(restDb).toBeLessThan(-80);
    }),
    { numRuns: 30, seed: 7 },
  );
});

test('44 100 Hz passes through untouched, and other rates give nearly the same clips', async () => {
  const at = async (rateHz: number) =>
    (await analyse(blocksOf([sine(1000, rateHz, 1, 0.5)], rateHz))).clips.map((clip) => Math.max(...clip));
  const native = await at(TO_HZ);
  for (const rateHz of [8000, 22_255, 48_000, 192_000]) {
    (await at(rateHz)).forEach((peak, i) => expect(peak / native[i]).toBeCloseTo(1, 2));
  }
});

test('a change of rate on the way is one signal in time', async () => {
  const [first, second] = [sine(440, 48_000, 1.2), sine(440, 22_050, 1.2)];
  async function* blocks() {
    yield* blocksOf([first], 48_000);
    yield* blocksOf([second], 22_050);
  }
  const { clips, summary } = await analyse(blocks());
  expect(summary).toMatchObject({ durationSeconds: 2.4, sampleRateHz: 48_000, channels: 1 });
  expect(clips).toHaveLength(5);
});
