import { expect, it } from 'vitest';
import { meanMood } from '../../../renderer/curve/mean-mood.ts';

const curve = { hopSeconds: 0.5, arousal: [0, 0.2, 0.4, 0.6], valence: [1, 0, 0, -1] };

it('takes the half seconds between two times', () => {
  const mood = meanMood(curve, 0.5, 1.5);
  expect(mood?.arousal).toBeCloseTo(0.3);
  expect(mood?.valence).toBe(0);
});

it('takes what there is of them, and nothing beyond the end', () => {
  expect(meanMood(curve, 1.5, 9)).toEqual({ arousal: 0.6, valence: -1 });
  expect(meanMood(curve, 2, 9)).toBeNull();
});
