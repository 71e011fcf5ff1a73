import { describe, expect, it } from 'vitest';
import { openingError, type Openings } from '../../src-core/queue/openings.ts';

const OPENINGS: Openings = {
  trackIds: Int32Array.of(1, 2),
  stepsPerRow: 1,
  values: new Float32Array(4),
  stepCounts: Uint8Array.of(1, 1),
  uncertainty: Float32Array.of(0.1, 0.2, 0, 0),
};
const USUAL = { arousal: 0.3, valence: 0.4 };

describe('how far an opening can be trusted', () => {
  it('is what its model told', () => {
    const { arousal, valence } = openingError(OPENINGS, 0, USUAL);
    expect(arousal).toBeCloseTo(0.1, 6);
    expect(valence).toBeCloseTo(0.2, 6);
  });

  it('is the usual error where its model did not tell, or none did', () => {
    expect(openingError(OPENINGS, 1, USUAL)).toEqual(USUAL);
    expect(openingError({ ...OPENINGS, uncertainty: null }, 0, USUAL)).toEqual(USUAL);
  });
});
