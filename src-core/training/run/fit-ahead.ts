import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { ClipTurn } from '../clip/clip-turns.ts';
import type { SequenceTurn } from '../sequence/sequence-turns.ts';
import type { TrainingOptions } from './training-options.ts';

/** A part of a run that can be done by itself and leaves what it found in the cache. */
export type Turn = ClipTurn | SequenceTurn;

/** What threads are told of a run: all but its functions. */
export type TurnOptions = Omit<TrainingOptions, 'clock' | 'progress'>;

/** Every thread keeps a gigabyte of features. */
const MOST_WORKERS = 4;

/** Threads to fit in where nobody says how many. */
export function defaultWorkers(): number {
  return Math.min(MOST_WORKERS, availableParallelism());
}

export interface TurnTask {
  readonly turn: Turn;
  readonly options: TurnOptions;
}

/**
 * Does parts of a run in as many threads as the options name, so that the run itself finds them in its cache. Every fit
 * draws from a stream of its own, so the weights are the same whatever the number of threads. A turn that fails is left
 * to the run, which then meets the error itself.
 */
export async function fitAhead(turns: readonly Turn[], options: TrainingOptions): Promise<void> {
  const { clock: _, progress, ...told } = options;
  if (options.workers < 2) return;
  const threads = new Piscina<TurnTask, void>({
    filename: fileURLToPath(new URL('turn-worker.ts', import.meta.url)),
    minThreads: 0,
    maxThreads: options.workers,
    idleTimeout: Infinity,
  });
  progress.stage(`Ahead, in ${options.workers} threads`, turns.length);
  let done = 0;
  const left = turns.values();
  const takeTurns = async (): Promise<void> => {
    for (const turn of left) {
      await threads.run({ turn, options: told }).catch(() => undefined);
      progress.step(++done);
    }
  };
  await Promise.all(Array.from({ length: options.workers }, takeTurns));
  progress.end();
  await threads.destroy();
}
