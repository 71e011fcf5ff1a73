import type { Progress } from './progress.ts';

/** What the command line hands to a training run; nothing is read from the surroundings beyond it. */
export interface TrainingOptions {
  readonly recipe: 'paper' | 'segue';
  /** The data folder. */
  readonly dataFolder: string;
  /** Models are written to `outFolder/clip` and `outFolder/sequence`. */
  readonly outFolder: string;
  /** Features and checkpoints; never part of a release. */
  readonly cacheFolder: string;
  readonly seed: number;
  /** Overrides the recipe's greatest number of epochs. */
  readonly maxEpochs?: number;
  /** False forgets the fits of earlier runs. */
  readonly resume: boolean;
  /** Threads that fits are done in; the weights do not depend on it. */
  readonly workers: number;
  /** Day of the run, ISO 8601. */
  readonly date: string;
  readonly commit: string;
  /** Monotonic clock, milliseconds. */
  readonly clock: () => number;
  readonly progress: Progress;
}

/** The command that made a model, as the card records it; one that resumed says so, as its time is of the rest alone. */
export function commandLine(model: 'clip' | 'sequence' | 'all', options: TrainingOptions): string {
  const epochs = options.maxEpochs === undefined ? '' : ` --epochs ${options.maxEpochs}`;
  const resumed = options.resume ? ' --resume' : '';
  return `npm run train -- ${model} --recipe ${options.recipe} --seed ${options.seed}${epochs}${resumed}`;
}
