import { SingleBar } from 'cli-progress';
import type { IndexProgress } from '../service/index-into-library.ts';
import { basename } from 'node:path';
import { formatDuration, printable } from './print.ts';

const BAR = 'Listening  {bar}  {value}/{total} tracks  {rate}  {left}  {file}';
const FILE_NAME_LENGTH = 32;

/** Draws an index run on standard error, where that is a terminal; elsewhere it draws nothing. */
export class IndexProgressBar {
  readonly #bar = new SingleBar({
    format: BAR,
    stream: process.stderr,
    barCompleteChar: '━',
    barIncompleteChar: ' ',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    fps: 5,
  });
  #isStarted = false;

  show(progress: IndexProgress): void {
    if (!process.stderr.isTTY || progress.total === 0) return;
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#bar.start(progress.total, progress.done, fields(progress));
    }
    this.#bar.setTotal(progress.total);
    this.#bar.update(progress.done, fields(progress));
  }

  stop(): void {
    if (this.#isStarted) this.#bar.stop();
  }
}

function fields({ filesPerSecond, secondsLeft, currentPath }: IndexProgress): Record<string, string> {
  const name = printable(basename(currentPath ?? ''));
  return {
    rate: filesPerSecond === null ? '' : `${filesPerSecond.toFixed(1)}/s`,
    left: secondsLeft === null ? '' : `${formatDuration(secondsLeft)} left`,
    file: name.length > FILE_NAME_LENGTH ? `${name.slice(0, FILE_NAME_LENGTH - 1)}…` : name,
  };
}
