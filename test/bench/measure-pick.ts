import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { Openings } from '../../src-core/queue/openings.ts';
import { nearestOpenings } from '../../src-core/queue/match.ts';

const STEPS = 20;
const PICKS = 25;

/** Openings that drift about a point of their own, as music does: 0.3 apart between tracks, 0.007 from step to step. */
function syntheticOpenings(trackCount: number): Openings {
  const random = xoroshiro128plus(trackCount);
  const centred = (): number => uniformFloat64(random) - 0.5;
  const values = new Float32Array(trackCount * STEPS * 2);
  for (let row = 0; row < trackCount; row++) {
    let arousal = centred() * 1.04;
    let valence = centred() * 0.83;
    for (let step = 0; step < STEPS; step++) {
      arousal += centred() * 0.024;
      valence += centred() * 0.024;
      values.set([arousal, valence], (row * STEPS + step) * 2);
    }
  }
  return {
    trackIds: Int32Array.from({ length: trackCount }, (_, row) => row + 1),
    stepsPerRow: STEPS,
    values,
    stepCounts: new Uint8Array(trackCount).fill(STEPS),
  };
}

/** Median milliseconds of one pick over `trackCount` openings of ten seconds each. */
export function measurePickMilliseconds(trackCount: number): number {
  const openings = syntheticOpenings(trackCount);
  const allowed = new Uint8Array(trackCount).fill(1);
  const times: number[] = [];
  for (let pick = 0; pick < PICKS; pick++) {
    const from = ((pick * 7919) % trackCount) * STEPS * 2;
    const wanted = {
      arousal: Float32Array.from({ length: STEPS }, (_, step) => openings.values[from + step * 2]),
      valence: Float32Array.from({ length: STEPS }, (_, step) => openings.values[from + step * 2 + 1]),
    };
    const start = performance.now();
    nearestOpenings(wanted, openings, { arousal: 0.6, valence: 0.4 }, allowed, 5);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[PICKS >> 1];
}
