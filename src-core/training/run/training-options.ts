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
  readonly resume: boolean;
  /** Day of the run, ISO 8601. */
  readonly date: string;
  readonly commit: string;
  /** Monotonic clock, milliseconds. */
  readonly clock: () => number;
  readonly progress: Progress;
}

/** The command that makes a model again from nothing, as the card records it. */
export function commandLine(model: 'clip' | 'sequence' | 'all', options: TrainingOptions): string {
  const epochs = options.maxEpochs === undefined ? '' : ` --epochs ${options.maxEpochs}`;
  return `npm run train -- ${model} --recipe ${options.recipe} --seed ${options.seed}${epochs}`;
}
