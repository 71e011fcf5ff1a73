import { expect, it } from 'vitest';
import type { TrainerState } from '../../src-core/emotion/kernel/trainer-types.ts';
import { fit, type Learner } from '../../src-core/training/run/fit.ts';
import { noCheckpoint } from './no-checkpoint.ts';

/** A learner whose weights are the number of epochs it has seen, with validation losses as given. */
function scripted(losses: readonly number[] | null): Learner & { epochs: () => number } {
  let epochs = 0;
  const state = (): TrainerState => ({
    step: epochs,
    parameters: Float32Array.of(epochs),
    firstMoment: new Float32Array(1),
    secondMoment: new Float32Array(1),
  });
  return {
    trainEpoch: (epoch) => {
      epochs++;
      return 1 / (epoch + 1);
    },
    validationLoss: () => (losses === null ? null : losses[epochs - 1]),
    saveState: state,
    loadState: ({ step }) => {
      epochs = step;
    },
    epochs: () => epochs,
  };
}

it('stops when the validation loss has not fallen for the patience and goes back to the best epoch', async () => {
  const learner = scripted([5, 3, 4, 2, 2.5, 2.1, 9, 0]);
  const result = await fit(learner, { maxEpochs: 8, patience: 3, smoothing: 1 }, noCheckpoint());
  expect(result.history.validation).toEqual([5, 3, 4, 2, 2.5, 2.1, 9]);
  expect(result.epochs).toBe(4);
  expect(learner.epochs()).toBe(4);
});

it('is not led astray by one lucky epoch where losses are smoothed', async () => {
  const result = await fit(
    scripted([9, 2, 9, 5, 4, 3, 6, 6]),
    { maxEpochs: 8, patience: 8, smoothing: 3 },
    noCheckpoint(),
  );
  expect(result.epochs).toBe(6);
});

it('trains for all epochs where nothing decides otherwise', async () => {
  const learner = scripted(null);
  const result = await fit(learner, { maxEpochs: 5, patience: 1, smoothing: 1 }, noCheckpoint());
  expect(result).toEqual({
    history: { training: [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5], validation: [] },
    epochs: 5,
  });
  expect(learner.epochs()).toBe(5);
});
