/** Watches a validation loss: which epoch was best, and whether it is time to stop. */
export interface StoppingState {
  readonly bestEpoch: number;
  readonly bestLoss: number;
  /** Epochs since the best one. */
  readonly waited: number;
}

export const INITIAL_STOPPING: StoppingState = { bestEpoch: -1, bestLoss: Infinity, waited: 0 };

/** @param epoch counted from 0 */
export function observeLoss(state: StoppingState, epoch: number, loss: number): StoppingState {
  return loss < state.bestLoss
    ? { bestEpoch: epoch, bestLoss: loss, waited: 0 }
    : { ...state, waited: state.waited + 1 };
}

export function shouldStop(state: StoppingState, patience: number): boolean {
  return state.waited >= patience;
}
