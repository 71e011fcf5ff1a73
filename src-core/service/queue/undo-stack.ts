import { asList, type QueueModel } from './queue-model.ts';

/** Further back nobody remembers what was done. */
const MOST_STEPS = 50;

interface Step {
  readonly label: string;
  readonly before: QueueModel;
  readonly revert: () => void;
}

/** What the listener did to the queue, so that it can be taken back; playing on is not undone. */
export class UndoStack {
  readonly #steps: Step[] = [];

  /** What would be taken back, in words; null: nothing. */
  get label(): string | null {
    return this.#steps.at(-1)?.label ?? null;
  }

  /** @param revert takes back what was changed besides the queue */
  push(label: string, before: QueueModel, revert: () => void = () => undefined): void {
    this.#steps.push({ label, before, revert });
    if (this.#steps.length > MOST_STEPS) this.#steps.shift();
  }

  /**
   * The queue as it was before the last step, as far as it has not been played since; null where there is no step.
   * What plays now goes on, and what played then comes next if the step took it away.
   */
  pop(now: QueueModel): QueueModel | null {
    const step = this.#steps.pop();
    if (step === undefined) return null;
    const { before } = step;
    step.revert();
    const played = new Set([...now.history, ...asList(now.current)].map(idOf));
    const candidates = [...asList(before.current), ...before.upcoming];
    return {
      ...before,
      history: now.history,
      current: now.current,
      upcoming: candidates.filter((entry) => !played.has(entry.entryId)),
      nextEntryId: now.nextEntryId,
      // A journey that was on its way then has come further since.
      journey: before.course === now.course ? now.journey : before.journey,
    };
  }
}

function idOf({ entryId }: { readonly entryId: number }): number {
  return entryId;
}
