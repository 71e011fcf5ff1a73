import { MEL_BANDS } from '../../audio/constants.ts';
import { LEVEL_UNIT_DB, type MelLevels } from '../clip/mel-cache.ts';
import { addRidgeRow, applyRidge, createRidgeSums, solveRidge } from './ridge.ts';

/** Pairs of mel bands are averaged: half the numbers, hardly less said. */
const BANDS = MEL_BANDS / 2;

/** Fitted on fewer excerpts than there are inputs, so strongly held back; inputs are standardised first. */
const LAMBDA = 200;

/**
 * Mean, standard deviation and mean absolute change from frame to frame of 64 log-mel bands over a whole excerpt:
 * the field's plain description of timbre, 192 numbers in dB.
 */
export function logMelStatistics(levels: MelLevels): Float64Array {
  const frames = levels.length / MEL_BANDS;
  const statistics = new Float64Array(BANDS * 3);
  for (let band = 0; band < BANDS; band++) {
    let sum = 0;
    let squares = 0;
    let changes = 0;
    let previous = 0;
    for (let frame = 0; frame < frames; frame++) {
      const at = frame * MEL_BANDS + band * 2;
      const level = (levels[at] + levels[at + 1]) * 0.5 * LEVEL_UNIT_DB;
      sum += level;
      squares += level * level;
      if (frame > 0) changes += Math.abs(level - previous);
      previous = level;
    }
    statistics[band] = sum / frames;
    statistics[BANDS + band] = Math.sqrt(Math.max(0, squares / frames - (sum / frames) ** 2));
    statistics[2 * BANDS + band] = changes / Math.max(1, frames - 1);
  }
  return statistics;
}

/** Ridge regression from an excerpt's statistics to its rating. */
export function fitStatisticsRidge(
  inputs: readonly Float64Array[],
  ratings: readonly (readonly [number, number])[],
): (input: Float64Array) => [number, number] {
  const size = inputs[0].length;
  const mean = columnMeans(inputs, size);
  const deviation = columnMeans(
    inputs.map((row) => row.map((value, i) => (value - mean[i]) ** 2)),
    size,
  ).map((variance) => Math.sqrt(variance) || 1);
  const standardise = (row: Float64Array): Float64Array =>
    row.map((value, i) => (value - mean[i]) / deviation[i]);
  const centre = columnMeans(
    ratings.map((rating) => Float64Array.from(rating)),
    2,
  );
  const sums = createRidgeSums(size, 2);
  inputs.forEach((row, i) => {
    addRidgeRow(sums, standardise(row), [ratings[i][0] - centre[0], ratings[i][1] - centre[1]]);
  });
  const weights = solveRidge(sums, LAMBDA);
  return (input) => {
    const change = applyRidge(weights, standardise(input), 2);
    return [centre[0] + change[0], centre[1] + change[1]];
  };
}

function columnMeans(rows: readonly Float64Array[], size: number): Float64Array {
  const means = new Float64Array(size);
  for (const row of rows) row.forEach((value, i) => (means[i] += value / rows.length));
  return means;
}
