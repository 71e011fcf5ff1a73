import { expect, it } from 'vitest';
import { moodOfKey } from '../../../renderer/map/keys.ts';

const NO_MODIFIERS = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const HERE = { arousal: 0, valence: 0.99 };

it('moves a point by the arrows, further with Shift, and never off the plane', () => {
  expect(moodOfKey({ ...NO_MODIFIERS, key: 'ArrowUp' }, HERE)).toEqual({ arousal: 0.02, valence: 0.99 });
  expect(moodOfKey({ ...NO_MODIFIERS, key: 'ArrowDown', shiftKey: true }, HERE)?.arousal).toBe(-0.1);
  expect(moodOfKey({ ...NO_MODIFIERS, key: 'ArrowRight' }, HERE)?.valence).toBe(1);
});

it('leaves every other key alone', () => {
  expect(moodOfKey({ ...NO_MODIFIERS, key: 'x' }, HERE)).toBeNull();
  expect(moodOfKey({ ...NO_MODIFIERS, key: 'ArrowUp', altKey: true }, HERE)).toBeNull();
  expect(moodOfKey({ ...NO_MODIFIERS, key: 'toString' }, HERE)).toBeNull();
});
