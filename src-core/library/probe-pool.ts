import { SegueError } from '../contract/errors.ts';
import type { ProbedFile } from './probe-file.ts';
import type { ProbeTask } from './probe-worker.ts';
import { PROBE_TIME_LIMIT_SECONDS } from './time-limit.ts';
import { WorkerPool } from './worker-pool.ts';

/** Reads fingerprints and tags in a thread of its own, so that neither a scan nor a broken tag holds up analysis. */
export class ProbePool {
  readonly #pool: WorkerPool<ProbeTask, ProbedFile>;

  constructor() {
    this.#pool = new WorkerPool({ workerUrl: new URL('./probe-worker.ts', import.meta.url), workers: 1 });
  }

  /**
   * A file whose tags bring the thread down is taken without them: its sound may be good all the same.
   * @throws {SegueError} as {@link probeFile}, 'time-limit', 'worker-crashed'
   * @throws {DOMException} `AbortError`
   */
  async probe(path: string, signal: AbortSignal): Promise<ProbedFile> {
    const options = { path, timeLimitSeconds: PROBE_TIME_LIMIT_SECONDS, signal };
    try {
      return await this.#pool.run({ path, withTags: true }, options);
    } catch (error) {
      const isThreadLost =
        error instanceof SegueError && (error.code === 'time-limit' || error.code === 'worker-crashed');
      if (!isThreadLost) throw error;
      return await this.#pool.run({ path, withTags: false }, options);
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
