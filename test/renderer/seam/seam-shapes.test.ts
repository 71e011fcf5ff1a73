import { expect, it } from 'vitest';
import { PANEL_HEIGHT, SEAM_WIDTH, seamShapes } from '../../../renderer/seam/seam-shapes.ts';
import { seamInWords, signed } from '../../../renderer/seam/seam-words.ts';
import type { SeamView } from '../../../src-core/contract/api/index.ts';
import { track } from '../support/cues.ts';

const STEPS = 20;
const flat = (value: number): number[] => Array.from({ length: STEPS }, () => value);
const SEAM: SeamView = {
  leaving: track(1),
  arriving: track(2),
  sentence: 'Carries on.',
  closing: { arousal: flat(-0.4), valence: flat(0.3) },
  forecast: {
    arousal: flat(-0.4),
    valence: flat(0.3),
    arousalHalfWidth: flat(0.1),
    valenceHalfWidth: flat(0.2),
  },
  opening: {
    arousal: flat(0.2),
    valence: flat(0.3),
    arousalHalfWidth: flat(0.1),
    valenceHalfWidth: flat(0.1),
  },
  stepsCompared: STEPS,
  pull: null,
  distance: 0.6,
  expectedJump: 0.61,
  effects: [],
  points: null,
  candidates: 12,
  passedOver: [],
};

it('lets both tracks meet at second 0, before what is expected', () => {
  const { x, fromSeconds, untilSeconds, arousal } = seamShapes(SEAM);
  expect([fromSeconds, untilSeconds]).toEqual([-8, 10]);
  expect(x(fromSeconds)).toBe(0);
  expect(x(untilSeconds)).toBe(SEAM_WIDTH);
  expect(arousal.opening.startsWith(`M${x(0).toFixed(3)}`)).toBe(true);
  expect(arousal.forecast.startsWith(`M${x(0).toFixed(3)}`)).toBe(true);
});

it('shows an opening that is livelier than expected above it, and both within the picture', () => {
  const { arousal, valence } = seamShapes(SEAM);
  expect(arousal.ends.opening).toBeLessThan(arousal.ends.forecast);
  expect(valence.ends.opening).toBe(valence.ends.forecast);
  for (const y of Object.values(arousal.ends)) {
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(PANEL_HEIGHT);
  }
});

it('says it in words', () => {
  expect(seamInWords(SEAM)).toBe(
    'Where the two tracks meet: the music is heading calm, and “Track 2” opens joyful. On average they are 0.60 apart.',
  );
  expect(signed(-0.0202)).toBe('−0.020');
  expect(signed(0.0067)).toBe('+0.007');
});
