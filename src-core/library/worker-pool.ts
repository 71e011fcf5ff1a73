import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { SegueError } from '../contract/errors.ts';
import { abortError, Semaphore } from './semaphore.ts';
import { unwrap, type WorkerReply } from './worker-reply.ts';

/** V8's default leaves 30 MB of dead sample blocks lying in each thread; collecting them sooner costs nothing measurable. */
const YOUNG_GENERATION_MB = 8;

export interface WorkerPoolOptions {
  /** A module whose default export takes a task and returns a {@link WorkerReply}. */
  readonly workerUrl: URL;
  readonly workers: number;
  /** Handed to every worker as its `workerData`. */
  readonly workerData?: unknown;
  /** JavaScript heap of one worker; one that needs more is stopped. WebAssembly memory is not counted. */
  readonly heapLimitMb?: number;
}

export interface TaskOptions {
  /** The file that the task is about, for errors. */
  readonly path: string;
  /** Counted from when a worker takes the task up. */
  readonly timeLimitSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Threads that work on one file each. A thread that hangs is stopped at the file's time limit, one that dies takes
 * down only its own file; in both cases a new thread takes its place.
 */
export class WorkerPool<Task, Result> {
  readonly workers: number;
  readonly #threads: Piscina<Task, WorkerReply<Result>>;
  readonly #slots: Semaphore;
  readonly #script: string;
  #isClosed = false;

  constructor(options: WorkerPoolOptions) {
    this.workers = options.workers;
    this.#script = fileURLToPath(options.workerUrl);
    this.#slots = new Semaphore(options.workers);
    this.#threads = new Piscina({
      minThreads: 0,
      maxThreads: options.workers,
      idleTimeout: Infinity,
      workerData: options.workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapLimitMb ?? 512,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    // A worker that dies between two tasks has harmed no file; the next task gets a new one.
    this.#threads.on('error', () => undefined);
  }

  /**
   * @throws {SegueError} what the worker throws, 'time-limit', 'worker-crashed'
   * @throws {DOMException} `AbortError` once `signal` is aborted or the pool closed; the thread is stopped at once
   */
  async run(task: Task, { path, timeLimitSeconds, signal }: TaskOptions): Promise<Result> {
    // Never more tasks than threads inside the pool, so that none waits there while its time runs.
    const release = await this.#slots.acquire(signal);
    const timeLimit = new AbortController();
    const timer = setTimeout(() => timeLimit.abort(), timeLimitSeconds * 1000);
    const signals = signal === undefined ? [timeLimit.signal] : [signal, timeLimit.signal];
    try {
      // Naming the script here rather than at the start turns a script that does not load into a failed task.
      return unwrap(
        await this.#threads.run(task, { filename: this.#script, signal: AbortSignal.any(signals) }),
      );
    } catch (error) {
      if (error instanceof SegueError) throw error;
      if (signal?.aborted === true || this.#isClosed) throw abortError();
      if (timeLimit.signal.aborted) throw tooSlow(path, timeLimitSeconds);
      throw crashed(path, error);
    } finally {
      clearTimeout(timer);
      release();
    }
  }

  /** Stops all threads; what is running is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#slots.close();
    await this.#threads.destroy();
  }
}

function tooSlow(path: string, seconds: number): SegueError {
  const message = `Reading it took more than ${Math.round(seconds)} seconds and was given up: the file is probably damaged.`;
  return new SegueError('time-limit', message, { path });
}

function crashed(path: string, cause: unknown): SegueError {
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const why = isMemory ? 'needed more memory than allowed' : 'crashed';
  const message = `The program that reads it ${why}: the file is probably damaged.`;
  return new SegueError('worker-crashed', message, { path, cause });
}
