import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { plan } from '../../src-core/queue/plan.ts';
import { type PlanLibrary, preparePlanLibrary } from '../../src-core/queue/plan-library.ts';
import { PLAIN_FLOW } from '../../src-core/queue/shape.ts';
import { unknownFacts } from '../../src-core/queue/track-facts.ts';

const STEPS = 20;
const RUNS = 15;
/** A listener's weeks before. */
const HEARD = 1000;
const BYTES_PER_MB = 1e6;

/** Openings that drift about a point of their own, as music does: 0.3 apart between tracks, 0.007 from step to step. */
function syntheticLibrary(trackCount: number): PlanLibrary {
  const random = xoroshiro128plus(trackCount);
  const centred = (): number => uniformFloat64(random) - 0.5;
  const values = new Float32Array(trackCount * STEPS * 2);
  const means = new Float32Array(trackCount * 2);
  for (let row = 0; row < trackCount; row++) {
    let arousal = centred() * 1.04;
    let valence = centred() * 0.83;
    means.set([arousal, valence], 2 * row);
    for (let step = 0; step < STEPS; step++) {
      arousal += centred() * 0.024;
      valence += centred() * 0.024;
      values[(row * STEPS + step) * 2] = arousal;
      values[(row * STEPS + step) * 2 + 1] = valence;
    }
  }
  const facts = unknownFacts(trackCount);
  for (let row = 0; row < trackCount; row++) {
    facts.artists[row] = row % Math.ceil(trackCount / 12);
    facts.genres[row] = row % 15;
    facts.loudnessLufs[row] = -14 + 6 * centred();
    facts.years[row] = 1960 + (row % 60);
    facts.sounds.tempos[row] = 120 + 80 * centred();
    facts.sounds.tempoConfidences[row] = 128 + 200 * centred();
    facts.sounds.keys[row] = row % 24;
    facts.sounds.keyConfidences[row] = 128;
    facts.sounds.hasTimbre[row] = 1;
  }
  facts.sounds.timbres.forEach((_, i, timbres) => (timbres[i] = 60 * centred()));
  return preparePlanLibrary({
    openings: {
      trackIds: Int32Array.from({ length: trackCount }, (_, row) => row + 1),
      stepsPerRow: STEPS,
      values,
      stepCounts: new Uint8Array(trackCount).fill(STEPS),
      uncertainty: new Float32Array(trackCount * 2).fill(0.2),
    },
    facts,
    means,
    usualError: { arousal: 0.2, valence: 0.2 },
    continuationsAfter: (rows) =>
      rows.map((row) => ({
        arousal: new Float32Array(STEPS).fill(means[2 * row]),
        valence: new Float32Array(STEPS).fill(means[2 * row + 1]),
        variance: { arousal: 0.05, valence: 0.05 },
      })),
  });
}

export interface PickCost {
  /** Medians. A pick is one slot after a track; the sequence model's forecasts are not in it. */
  readonly pickMilliseconds: number;
  readonly planOf20Milliseconds: number;
  /** What the library holds while it is planned from. */
  readonly megabytes: number;
}

/** What planning costs in a library of so many tracks, ten seconds of opening each. */
export function measurePick(trackCount: number): PickCost {
  const before = process.memoryUsage().arrayBuffers;
  const library = syntheticLibrary(trackCount);
  const megabytes = (process.memoryUsage().arrayBuffers - before) / BYTES_PER_MB;
  const heard = Array.from({ length: HEARD }, (_, i) => (i * 104_729) % trackCount);
  const median = (slots: number): number => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      plan(library, {
        after: (run * 7919) % trackCount,
        slots: Array<null>(slots).fill(null),
        never: new Set(),
        heard,
        skips: new Map(),
        shape: PLAIN_FLOW,
        seed: run,
      });
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[RUNS >> 1];
  };
  return { pickMilliseconds: median(1), planOf20Milliseconds: median(20), megabytes };
}
