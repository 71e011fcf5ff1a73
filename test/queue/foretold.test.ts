import { expect, test } from 'vitest';
import { departureFrom } from '../../src-core/queue/foretold.ts';

const heading = { arousal: 0.1, valence: -0.1 };
const variance = { arousal: 0.04, valence: 0.01 };

test.each([
  ['inside the band', 0.2, 0.05, 0, 0],
  ['above in arousal', 0.22, 0, 1, 0],
  ['below in both', -0.3, -0.2, -1, -1],
  ['above in valence alone', 0.1, 0.11, 0, 1],
])('an opening is told to lie %s', (_, arousal, valence, wayArousal, wayValence) => {
  const opened = { arousal: heading.arousal + arousal, valence: heading.valence + valence };
  expect(departureFrom(heading, opened, variance)).toEqual({ arousal: wayArousal, valence: wayValence });
});

test('a rough seam departs even where the forecast knew so little that its band holds it', () => {
  const unsure = { arousal: 0.25, valence: 0.25 };
  const near = { arousal: 0.25, valence: 0.05 };
  expect(departureFrom(heading, near, unsure)).toEqual({ arousal: 0, valence: 0 });
  const far = { arousal: -0.1, valence: 0.15 };
  expect(departureFrom(heading, far, unsure)).toEqual({ arousal: 0, valence: 1 });
});
