import type { TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { mean } from '../metrics/regression.ts';
import type { Checkpoint } from './checkpoint.ts';
import { INITIAL_STOPPING, observeLoss, shouldStop, type StoppingState } from './early-stopping.ts';

/** What a fit needs of a network: anything that can train for an epoch, be scored, saved and put back. */
export interface Learner {
  /** Trains for one epoch (counted from 0), drawing whatever is random from the epoch's number. @returns its mean loss. */
  trainEpoch: (epoch: number) => number;
  /** Loss on the validation part; null where there is none. */
  validationLoss: () => number | null;
  saveState: () => TrainerState;
  loadState: (state: TrainerState) => void;
}

export interface FitOptions {
  readonly maxEpochs: number;
  /** Epochs without a better validation loss before the fit stops. */
  readonly patience: number;
  /** Epochs whose validation losses are averaged before they are compared: small validation parts are noisy. */
  readonly smoothing: number;
}

export interface FitHistory {
  readonly training: number[];
  readonly validation: number[];
}

/** What a checkpoint of {@link fit} holds. */
export interface FitState {
  readonly history: FitHistory;
  readonly stopping: StoppingState;
  readonly current: TrainerState;
  /** Weights of the epoch with the best validation loss. */
  readonly best: TrainerState | null;
  readonly finished: boolean;
}

export interface FitResult {
  readonly history: FitHistory;
  /** Epochs behind the weights that the learner is left with. */
  readonly epochs: number;
}

/**
 * Trains until `maxEpochs` or, where there is a validation part, until its loss has not fallen for `patience` epochs;
 * the learner is then left with the weights of its best epoch. The state is saved after every epoch, and a fit that
 * was cut off goes on from there to the same weights.
 */
export async function fit(
  learner: Learner,
  options: FitOptions,
  checkpoint: Checkpoint<FitState>,
  onEpoch: (epoch: number, trainingLoss: number, validationLoss: number | null) => void = () => undefined,
): Promise<FitResult> {
  const saved = await checkpoint.load();
  if (saved !== null) learner.loadState(saved.current);
  const training = [...(saved?.history.training ?? [])];
  const validation = [...(saved?.history.validation ?? [])];
  let stopping = saved?.stopping ?? INITIAL_STOPPING;
  let best = saved?.best ?? null;
  let finished = saved?.finished ?? false;
  while (!finished && training.length < options.maxEpochs) {
    const epoch = training.length;
    const trainingLoss = learner.trainEpoch(epoch);
    const validationLoss = learner.validationLoss();
    training.push(trainingLoss);
    const current = learner.saveState();
    if (validationLoss !== null) {
      validation.push(validationLoss);
      stopping = observeLoss(stopping, epoch, mean(validation.slice(-options.smoothing)));
      if (stopping.bestEpoch === epoch) best = current;
    }
    finished = training.length === options.maxEpochs || shouldStop(stopping, options.patience);
    onEpoch(epoch, trainingLoss, validationLoss);
    await checkpoint.save({ history: { training, validation }, stopping, current, best, finished });
  }
  if (best !== null) learner.loadState(best);
  return {
    history: { training, validation },
    epochs: best === null ? training.length : stopping.bestEpoch + 1,
  };
}
