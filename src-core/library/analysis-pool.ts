import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { TrackAnalysis } from '../contract/analysis.ts';
import { shippedModel } from '../emotion/models.ts';
import { toFileError } from './file-error.ts';
import { analysisTimeLimitSeconds } from './time-limit.ts';
import { WorkerPool } from './worker-pool.ts';

const DEFAULT_WORKER = new URL('./analysis-worker.ts', import.meta.url);

export interface AnalysisPoolOptions {
  /** See {@link defaultWorkers}. */
  readonly workers?: number;
  /** Folder of the clip model; the one that comes with Segue if left out. */
  readonly modelDirectory?: string;
  /** Replaces the worker script: a module whose default export takes an {@link AnalysisTask}. */
  readonly workerUrl?: URL;
  /** Replaces the usual limit for one file. */
  readonly timeLimitSeconds?: (sizeBytes: number, headerDurationSeconds: number | null) => number;
  readonly heapLimitMb?: number;
}

export interface AnalysisTask {
  readonly path: string;
}

/** What an analysis worker finds in its `workerData`. */
export interface AnalysisWorkerData {
  readonly modelDirectory: string;
}

/** One core is left to the rest of the computer; beyond four the drive is the limit. */
export function defaultWorkers(cores = availableParallelism()): number {
  return Math.max(1, Math.min(4, cores - 1));
}

/** Analyses files in threads. Needs no database. */
export class AnalysisPool {
  readonly workers: number;
  readonly #pool: WorkerPool<AnalysisTask, TrackAnalysis>;
  readonly #timeLimitSeconds: typeof analysisTimeLimitSeconds;

  constructor(options: AnalysisPoolOptions = {}) {
    this.workers = options.workers ?? defaultWorkers();
    this.#timeLimitSeconds = options.timeLimitSeconds ?? analysisTimeLimitSeconds;
    const workerData: AnalysisWorkerData = {
      modelDirectory: options.modelDirectory ?? fileURLToPath(shippedModel('clip')),
    };
    this.#pool = new WorkerPool({
      workerUrl: options.workerUrl ?? DEFAULT_WORKER,
      workers: this.workers,
      workerData,
      ...(options.heapLimitMb === undefined ? {} : { heapLimitMb: options.heapLimitMb }),
    });
  }

  /**
   * The analysis of one file; calls beyond the number of workers wait their turn.
   * @throws {SegueError} for this file: what {@link analyseFile} throws, 'time-limit', 'worker-crashed'
   * @throws {DOMException} `AbortError` once `signal` is aborted or the pool closed
   */
  async analyse(
    path: string,
    options: { readonly durationSeconds?: number | null; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<TrackAnalysis> {
    const sizeBytes = await sizeOf(path);
    const timeLimitSeconds = this.#timeLimitSeconds(sizeBytes, options.durationSeconds ?? null);
    return this.#pool.run({ path }, { path, timeLimitSeconds, signal: options.signal });
  }

  /** Stops all workers; what is running is rejected. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw toFileError(error, path);
  }
}
