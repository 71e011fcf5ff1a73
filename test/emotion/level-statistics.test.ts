import { expect, test } from 'vitest';
import { MEL_SIZE } from '../../src-core/audio/constants.ts';
import { levelStatisticsSize, writeLevelStatistics } from '../../src-core/emotion/level-statistics.ts';
import { TestRandom, largestDifference } from './random.ts';

const SHAPE = { bandPairs: 51, floorDb: -50 };

function statistics(levels: Float32Array): Float32Array {
  const target = new Float32Array(levelStatisticsSize(SHAPE));
  writeLevelStatistics(levels, SHAPE, target, 0);
  return target;
}

test('are mean, standard deviation and mean absolute change of each pair of bands above the floor', () => {
  const levels = new TestRandom(1).floats(MEL_SIZE, 60);
  const expected = new Float64Array(153);
  for (let pair = 0; pair < 51; pair++) {
    const series = Array.from({ length: 44 }, (_, frame) => {
      const at = frame * 128 + 2 * pair;
      return (Math.max(-50, levels[at]) + Math.max(-50, levels[at + 1])) / 2;
    });
    const mean = series.reduce((sum, value) => sum + value, 0) / 44;
    expected[pair] = mean;
    expected[51 + pair] = Math.sqrt(series.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 44);
    const changes = series.slice(1).map((value, i) => Math.abs(value - series[i]));
    expected[102 + pair] = changes.reduce((sum, value) => sum + value, 0) / 43;
  }
  expect(largestDifference(statistics(levels), expected)).toBeLessThan(1e-3);
});

test('do not hear the bands above the last pair, nor what lies below the floor', () => {
  const levels = new TestRandom(2).floats(MEL_SIZE, 60);
  const other = levels.map((level, i) => (i % 128 >= 102 ? 0 : level < -50 ? -100 : level));
  expect(statistics(other)).toEqual(statistics(levels));
});

test('silence is the floor, at rest', () => {
  const silent = statistics(new Float32Array(MEL_SIZE).fill(-100));
  expect([...silent.subarray(0, 51)]).toEqual(new Array(51).fill(-50));
  expect([...silent.subarray(51)]).toEqual(new Array(102).fill(0));
});

test('are written where they are wanted and nowhere else', () => {
  const target = new Float32Array(160).fill(7);
  writeLevelStatistics(new Float32Array(MEL_SIZE), SHAPE, target, 3);
  expect([...target.subarray(0, 3), ...target.subarray(156)]).toEqual(new Array(7).fill(7));
});
