import { addRidgeRow, createRidgeSums, solveRidge, type RidgeSums } from '../baselines/ridge.ts';
import { FORECAST_SIZE, FORECAST_STEPS } from './forecast-score.ts';
import type { LinearView } from './linear-view.ts';
import type { MixtureBatch } from './mixture-batch.ts';
import type { MixtureNetwork } from './mixture-network.ts';

/** Holds the parts that are refitted near where training left them. */
const LAMBDA = 30;

/**
 * Moves everything that a forecast is linear in (the corrections' layer and the autoregressions, for given states and
 * weights of the LSTM) to its weighted least squares optimum over some batches. The optimiser's steps only come near
 * it, and where curves are smooth little is left to be wrong by.
 */
export function refitLinear(network: MixtureNetwork, batches: Iterable<MixtureBatch>): void {
  // A step's weights change with what lies how far ahead, but the same for all steps that share their weights' row and
  // their reach; so these share a sum.
  const groups = new Map<string, { weights: Float32Array; reach: number; sums: RidgeSums }>();
  let inputs = 0;
  for (const batch of batches) {
    const view = network.linearView(batch);
    inputs = view.width;
    const steps = batch.targets.length / FORECAST_SIZE;
    for (let step = 0; step < steps; step++) {
      const weights = batch.weights.subarray(step * FORECAST_SIZE, (step + 1) * FORECAST_SIZE);
      const reach = reachOf(weights);
      if (reach === 0) continue;
      const key = `${weights[0]} ${reach}`;
      let group = groups.get(key);
      if (group === undefined) {
        group = { weights: weights.slice(), reach, sums: createRidgeSums(inputs, FORECAST_SIZE) };
        groups.set(key, group);
      }
      addRidgeRow(group.sums, view.inputsAt(step), residuals(batch, view, step, reach));
    }
  }
  const change = new Float64Array(inputs * FORECAST_SIZE);
  for (let ahead = 0; ahead < FORECAST_STEPS; ahead++) {
    const total = createRidgeSums(inputs, FORECAST_SIZE);
    for (const { weights, reach, sums } of groups.values()) {
      if (reach > ahead) addWeighted(total, sums, weights[2 * ahead]);
    }
    const solved = solveRidge(total, LAMBDA * (ahead + 1));
    for (let i = 0; i < inputs; i++) {
      for (const o of [2 * ahead, 2 * ahead + 1])
        change[i * FORECAST_SIZE + o] = solved[i * FORECAST_SIZE + o];
    }
  }
  network.moveLinear(change);
}

function reachOf(weights: Float32Array): number {
  const end = weights.indexOf(0);
  return (end < 0 ? weights.length : end) / 2;
}

function residuals(batch: MixtureBatch, view: LinearView, step: number, reach: number): Float64Array {
  return Float64Array.from({ length: FORECAST_SIZE }, (_, o) =>
    o < 2 * reach ? batch.targets[step * FORECAST_SIZE + o] - view.said[step * FORECAST_SIZE + o] : 0,
  );
}

function addWeighted(total: RidgeSums, part: RidgeSums, weight: number): void {
  for (let i = 0; i < total.gram.length; i++) total.gram[i] += weight * part.gram[i];
  for (let i = 0; i < total.cross.length; i++) total.cross[i] += weight * part.cross[i];
}
