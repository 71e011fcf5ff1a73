import { Worker } from 'node:worker_threads';
import { rm } from 'node:fs/promises';
import { SegueError } from '../../contract/errors.ts';
import type { DecodeProgress, DecodeTask } from './decode-task.ts';
import type { WavFormat } from './wav-header.ts';

/** The sound of a file as bare samples on disk, which can be read from while they are still being written. */
export class DecodedFile {
  readonly outPath: string;
  readonly #worker: Worker;
  #format: WavFormat | null = null;
  #written = 0;
  #end: 'none' | 'done' | SegueError = 'none';
  #waiting: (() => void)[] = [];

  constructor(task: DecodeTask) {
    this.outPath = task.outPath;
    this.#worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { workerData: task });
    this.#worker.on('message', (progress: DecodeProgress) => this.#hear(progress));
    const crash = (): void =>
      this.#finish(new SegueError('worker-crashed', 'The program that decodes it crashed.'));
    this.#worker.on('error', crash).on('exit', crash);
  }

  get writtenBytes(): number {
    return this.#written;
  }

  /** @throws {SegueError} where nothing can be decoded */
  async format(): Promise<WavFormat> {
    await this.#until(() => this.#format !== null);
    if (this.#format !== null) return this.#format;
    throw this.#end instanceof SegueError
      ? this.#end
      : new SegueError('corrupt-audio', 'No sound came out of it.');
  }

  /**
   * Waits until so many bytes are written or all are; resolves to how many there are.
   * @throws {SegueError} where decoding failed before it came so far
   */
  async available(bytes: number): Promise<number> {
    await this.#until(() => this.#written >= bytes);
    if (this.#written < bytes && this.#end instanceof SegueError) throw this.#end;
    return this.#written;
  }

  /** Resolves to the number of bytes when no more will be written, also where decoding failed in the middle. */
  async whole(): Promise<number> {
    await this.#until(() => false);
    return this.#written;
  }

  /** Stops decoding and removes what was written. */
  async discard(): Promise<void> {
    this.#finish(new SegueError('read-failed', 'Its decoding was given up.'));
    await this.#worker.terminate();
    await rm(this.outPath, { force: true });
  }

  #hear(progress: DecodeProgress): void {
    if (progress.kind === 'format') this.#format = progress;
    else if (progress.kind === 'written') this.#written += progress.bytes;
    else if (progress.kind === 'done') this.#finish('done');
    else {
      const { code, message, path } = progress.error;
      this.#finish(new SegueError(code, message, { path }));
    }
    this.#wake();
  }

  #finish(end: 'done' | SegueError): void {
    if (this.#end === 'none') this.#end = end;
    this.#wake();
  }

  async #until(isMet: () => boolean): Promise<void> {
    while (!isMet() && this.#end === 'none')
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
