import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { nearestOpenings } from '../../src-core/queue/match.ts';
import type { Openings } from '../../src-core/queue/openings.ts';
import { trustFromErrors } from '../../src-core/queue/trust.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

const evenTrust = { arousal: 0.5, valence: 0.5 };
const all = (openings: Openings): Uint8Array => new Uint8Array(openings.trackIds.length).fill(1);

const moodValue = fc.double({ min: -1, max: 1, noNaN: true });
const curve = fc
  .array(fc.tuple(moodValue, moodValue), { minLength: 1, maxLength: 24 })
  .map((pairs): Curve => ({
    arousal: Float32Array.from(pairs, ([arousal]) => arousal),
    valence: Float32Array.from(pairs, ([, valence]) => valence),
  }));

/** The definition, without early exit, blocks or tie rules. */
function distanceByDefinition(wanted: Curve, opening: Curve, stepsPerRow: number): number {
  const steps = Math.min(wanted.arousal.length, opening.arousal.length, stepsPerRow);
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    sum += 0.5 * (wanted.arousal[step] - opening.arousal[step]) ** 2;
    sum += 0.5 * (wanted.valence[step] - opening.valence[step]) ** 2;
  }
  return Math.sqrt(sum / steps);
}

describe('nearestOpenings', () => {
  it('measures the seam in units of the circumplex', () => {
    const openings = makeOpenings([flatCurve(0.3, 0.4, 20)]);
    const [match] = nearestOpenings(flatCurve(0, 0, 20), openings, evenTrust, all(openings), 1);
    expect(match.seamDistance).toBeCloseTo(Math.sqrt((0.09 + 0.16) / 2), 6);
  });

  it('weighs an axis that is heard with half the error four times as much', () => {
    const openings = makeOpenings([flatCurve(0.2, 0, 20), flatCurve(0, 0.3, 20)]);
    const trust = trustFromErrors({ arousal: 0.1, valence: 0.2 });
    expect(trust.arousal / trust.valence).toBeCloseTo(4, 9);
    expect(trust.arousal + trust.valence).toBeCloseTo(1, 9);
    const [nearest] = nearestOpenings(flatCurve(0, 0, 20), openings, trust, all(openings), 1);
    expect(nearest.row).toBe(1);
  });

  it('finds the same rows and distances as the definition, for any library', () => {
    fc.assert(
      fc.property(
        curve,
        fc.array(curve, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (wanted, curves, limit) => {
          const openings = makeOpenings(curves);
          const expected = curves
            .map((opening, row) => ({ row, distance: distanceByDefinition(wanted, opening, 20) }))
            .sort((a, b) => a.distance - b.distance || a.row - b.row)
            .slice(0, limit);
          const found = nearestOpenings(wanted, openings, evenTrust, all(openings), limit);
          expect(found).toHaveLength(expected.length);
          found.forEach((match, at) => expect(match.seamDistance).toBeCloseTo(expected[at].distance, 6));
        },
      ),
    );
  });

  it('orders equal distances by track id, whatever the order of the rows', () => {
    const openings = makeOpenings([flatCurve(0.1, 0, 20), flatCurve(-0.1, 0, 20), flatCurve(0, 0.1, 20)]);
    const reversed = { ...openings, trackIds: Int32Array.from([3, 2, 1]) };
    const ids = (library: Openings): number[] =>
      nearestOpenings(flatCurve(0, 0, 20), library, evenTrust, all(library), 2).map(
        (match) => library.trackIds[match.row],
      );
    expect(ids(openings)).toEqual([1, 2]);
    expect(ids(reversed)).toEqual([1, 2]);
  });

  it('leaves out rows that are not allowed and rows without music', () => {
    const openings = makeOpenings([flatCurve(0, 0, 20), flatCurve(0, 0, 0), flatCurve(0.5, 0, 20)]);
    const allowed = Uint8Array.from([0, 1, 1]);
    expect(nearestOpenings(flatCurve(0, 0, 20), openings, evenTrust, allowed, 5).map((m) => m.row)).toEqual([
      2,
    ]);
  });
});
