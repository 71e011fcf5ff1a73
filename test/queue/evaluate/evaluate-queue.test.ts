import { describe, expect, it } from 'vitest';
import { evaluateQueue } from '../../../src-core/queue/evaluate/evaluate-queue.ts';
import { buildRatedLibrary, type RatedTrack } from '../../../src-core/queue/evaluate/rated-library.ts';
import { flatCurve } from '../make-openings.ts';

/** Tracks on a lattice, by 5 artists, heard exactly as rated. */
const lattice: RatedTrack[] = Array.from({ length: 64 }, (_, i) => {
  const rating = { arousal: (i % 8) / 4 - 0.875, valence: Math.floor(i / 8) / 4 - 0.875 };
  return {
    id: `track ${i}`,
    artist: `artist ${i % 5}`,
    genre: null,
    rating,
    curve: flatCurve(rating.arousal, rating.valence, 60),
    sound: null,
    durationSeconds: 30,
    uncertainty: null,
  };
});
const library = buildRatedLibrary(lattice, { arousal: 0.01, valence: 0.01 }, ({ arousal, valence }) =>
  flatCurve(arousal.at(-1)!, valence.at(-1)!, 20),
);
const amount = { seeds: 4, queueLength: 20, longRun: 130, longRuns: 2 };
const evaluation = evaluateQueue(library, amount, () => undefined);

describe('evaluateQueue', () => {
  const { policies, bound, segueLeads, steering } = evaluation;

  it('scores shuffle 0 and puts the bound at the next point of the lattice', () => {
    expect(policies.shuffle.normalised).toBe(0);
    expect(bound.seamMean).toBeCloseTo(0.25, 6);
    for (const { seamMean, normalised } of Object.values(policies)) {
      expect(seamMean).toBeGreaterThan(bound.seamMean - 1e-6);
      expect(normalised).toBeLessThanOrEqual(1);
    }
  });

  it('finds that true curves make smooth queues', () => {
    expect(policies.segue.normalised).toBeGreaterThan(0.7);
    expect(policies['nearest by mean'].normalised).toBeGreaterThan(0.7);
    expect(segueLeads.shuffle.by).toBeGreaterThan(5 * segueLeads.shuffle.standardError);
    expect(segueLeads.segue).toEqual({ by: 0, standardError: 0 });
  });

  it('finds what is fair of shuffle and of the order of the table', () => {
    for (const name of ['shuffle', 'album order']) {
      expect(policies[name].coverage).toBe(1);
      expect(policies[name].mostOverFair).toBeLessThan(1.6);
    }
  });

  it('steers where the wish is', () => {
    expect(steering.journey.meanPathOnward).toEqual({ mean: 1, deviation: 0, standardError: null });
    expect(steering.journey.stepsOnward.mean).toBeGreaterThan(0.6);
    expect(steering.journey.endError.mean).toBeLessThan(0.3);
    expect(steering.journey.libraries).toBe(1);
    expect(steering.journey.wayBehind.at(-1)).toBeGreaterThan(steering.journey.wayBehind[0] + 0.7);
    for (const target of [steering.target, steering.targetAnywhere]) {
      expect(target.distanceAfter).toBeLessThan(target.distanceBefore / 2);
      expect(target.reachedOnTheWay).toBeGreaterThanOrEqual(target.reached);
      // Heard exactly as rated, the nearest is as near as any.
      expect(target.leap.distanceAfter).toBeLessThanOrEqual(target.distanceAfter);
      expect(target.p95OverFlow).toEqual({ by: target.seamP95 - target.flowSeamP95, standardError: null });
    }
  });

  it('gives the same figures again', () => {
    expect(evaluateQueue(library, amount, () => undefined)).toEqual(evaluation);
  });
});
