import { expect, it } from 'vitest';
import { nameOfSelection } from '../../../renderer/map/selection-name.ts';

it('names tracks by what they have in common', () => {
  expect(nameOfSelection([])).toBe('From the mood map');
  expect(
    nameOfSelection([
      { arousal: -0.4, valence: 0.3 },
      { arousal: -0.3, valence: 0.3 },
    ]),
  ).toBe('Calm and pleasant');
});
