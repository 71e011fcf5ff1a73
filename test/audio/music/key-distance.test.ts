import { expect, test } from 'vitest';
import { circleDistance } from '../../../src-core/audio/music/key-distance.ts';

const major = (tonic: number) => ({ tonic, isMinor: false });
const minor = (tonic: number) => ({ tonic, isMinor: true });

test('keys are as far apart as on the wheel of fifths', () => {
  expect(circleDistance(major(0), major(0))).toBe(0);
  expect(circleDistance(major(0), major(7))).toBe(1);
  expect(circleDistance(major(0), major(5))).toBe(1);
  expect(circleDistance(major(0), minor(9))).toBe(1);
  expect(circleDistance(major(0), minor(0))).toBe(4);
  expect(circleDistance(major(0), major(6))).toBe(6);
  expect(circleDistance(minor(9), minor(3))).toBe(6);
  expect(circleDistance(major(0), minor(3))).toBe(7);
});
