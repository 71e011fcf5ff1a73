import { expect, test } from 'vitest';
import { soak } from './soak.ts';

/** Of heap after a fifth of the seams; what is kept of every seam would show. */
const MOST_GROWTH = 1.05;
/** It takes some ten seconds where nothing else is going on. */
const TIME_LIMIT_MS = 300_000;

// The whole of it, eight hours in 5 000 seams, is `npm run soak`.
test(
  'ten minutes of playback with indexing leaves no gap, misses no track and keeps nothing',
  async () => {
    const result = await soak({ seams: 100, tracks: 300, seamsPerNewTrack: 20, seed: 3 });
    expect(result.simulatedHours).toBeGreaterThan(0.1);
    expect(result.indexed).toBeGreaterThanOrEqual(5);
    expect(result.longestGapMs).toBeLessThanOrEqual(100);
    expect(result.missedTracks).toBe(0);
    expect(result.mostSoundsAlive).toBeLessThanOrEqual(2);
    const [early, late] = result.memory;
    expect(late.heapBytes).toBeLessThan(early.heapBytes * MOST_GROWTH);
  },
  TIME_LIMIT_MS,
);
