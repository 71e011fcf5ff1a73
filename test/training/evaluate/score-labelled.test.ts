import { describe, expect, it } from 'vitest';
import { scoreLabelled, type HeardExcerpt } from '../../../src-core/training/evaluate/score-labelled.ts';

const CARD = {
  ratingScales: {
    musifeast: { mean: [0.1, 0], standardDeviation: [0.4, 0.2] },
    'gtzan-av': { mean: [0, 0.1], standardDeviation: [0.8, 0.4] },
  },
  neutral: { arousal: 0.1, valence: 0 },
} as const;

function heard(
  dataset: string,
  said: [number, number],
  { rating = null, quadrant = null }: Partial<Pick<HeardExcerpt['excerpt'], 'rating' | 'quadrant'>>,
): HeardExcerpt {
  return {
    excerpt: { dataset, id: 'x', file: 'x.wav', rating, quadrant, group: 'g', fold: 0 },
    heard: { arousal: said[0], valence: said[1] },
  };
}

const rated = (dataset: string, stretch: number): HeardExcerpt[] =>
  [-1, 0, 1, 2].map((z) =>
    heard(dataset, [0.1 + 0.4 * z, 0.2 * z], {
      rating: {
        arousal: (stretch === 2 ? 0 : 0.1) + 0.4 * stretch * z,
        valence: (stretch === 2 ? 0.1 : 0) + 0.2 * stretch * z,
      },
    }),
  );

describe('scoring labelled excerpts', () => {
  it('is perfect where the model says what people said, on the scale of each set that it knows', () => {
    const scores = scoreLabelled([...rated('musifeast', 1), ...rated('gtzan-av', 2)], CARD);
    for (const name of ['musifeast', 'gtzan-av']) {
      expect(scores[name].n).toBe(4);
      expect(scores[name].arousal!.r2).toBeCloseTo(1, 5);
      expect(scores[name].valence!.ccc).toBeCloseTo(1, 5);
      expect(scores[name].quadrantAccuracy).toBeNull();
    }
  });

  it('takes sets that it does not know as they are, on the app’s scale', () => {
    const { stranger } = scoreLabelled(rated('stranger', 2), CARD);
    expect(stranger.arousal!.r).toBeCloseTo(1, 5);
    expect(stranger.arousal!.r2).toBeLessThan(0.9);
  });

  it('cuts the plane in halves where the app’s scale is neutral', () => {
    const { mine } = scoreLabelled(
      [
        heard('mine', [0.2, 0.1], { quadrant: 'Q1' }),
        heard('mine', [0.05, 0.1], { quadrant: 'Q4' }),
        heard('mine', [0.05, 0.1], { quadrant: 'Q1' }),
        heard('mine', [0.2, 0.1], { quadrant: 'Q2' }),
      ],
      CARD,
    );
    expect(mine).toEqual({
      n: 4,
      arousal: null,
      valence: null,
      halfPlaneAccuracy: { arousal: 0.75, valence: 0.75 },
      quadrantAccuracy: 0.5,
    });
  });
});
