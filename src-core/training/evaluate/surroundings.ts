import type { Progress } from '../run/progress.ts';

/** Where an evaluation finds things and where its answer goes. */
export interface EvaluationSurroundings {
  /** The data folder, where none is named. */
  readonly dataFolder: string;
  /** The models to score, a folder each. */
  readonly modelsFolder: string;
  /** Features and checkpoints of training. */
  readonly cacheFolder: string;
  /** Threads that a cross-validation fits in. */
  readonly workers: number;
  readonly progress: Progress;
  /** Receives a line about what could not be done while the rest goes on. */
  readonly warn: (line: string) => void;
  /** Receives the answer: a line of JSON, or a table. */
  readonly print: (text: string) => void;
}
