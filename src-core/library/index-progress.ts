import type { IndexProgress } from './index-types.ts';

/** Counts what an index run has done and judges what is left. */
export class ProgressCounter {
  #phase: IndexProgress['phase'] = 'scanning';
  #found = 0;
  #done = 0;
  #total = 0;
  #bytesDone = 0;
  #bytesTotal = 0;
  #currentPath: string | null = null;
  #analysisStartedMs: number | null = null;
  readonly #now: () => number;
  readonly #report: (progress: IndexProgress) => void;

  constructor(now: () => number, report: (progress: IndexProgress) => void) {
    this.#now = now;
    this.#report = report;
  }

  filesFound(count: number): void {
    this.#found += count;
    this.#tell();
  }

  scanEnded(): void {
    this.#phase = 'analysing';
    this.#tell();
  }

  fileQueued(sizeBytes: number): void {
    this.#total++;
    this.#bytesTotal += sizeBytes;
  }

  fileStarted(path: string): void {
    this.#analysisStartedMs ??= this.#now();
    this.#currentPath = path;
    this.#tell();
  }

  fileDone(sizeBytes: number): void {
    this.#done++;
    this.#bytesDone += sizeBytes;
    this.#tell();
  }

  #tell(): void {
    const elapsedSeconds =
      this.#analysisStartedMs === null ? 0 : (this.#now() - this.#analysisStartedMs) / 1000;
    const isKnown = this.#done > 0 && this.#bytesDone > 0 && elapsedSeconds > 0;
    this.#report({
      phase: this.#phase,
      found: this.#found,
      done: this.#done,
      total: this.#total,
      filesPerSecond: isKnown ? this.#done / elapsedSeconds : null,
      secondsLeft: isKnown ? ((this.#bytesTotal - this.#bytesDone) * elapsedSeconds) / this.#bytesDone : null,
      currentPath: this.#currentPath,
    });
  }
}
