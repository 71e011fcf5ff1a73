import { type ErrorReport, SegueError } from '../../contract/errors.ts';
import type { WritableDB } from '../../database/handle.ts';
import { findProblem } from '../../database/outcomes.ts';
import { findKnownFile } from '../../database/scan-lookup.ts';
import type { QueueEdits } from '../queue/queue-edits.ts';
import type { QueueKeeper } from '../queue/queue-keeper.ts';
import { namedFailure, type OpenedFile } from './opened-path.ts';

export interface OpenedFilesOptions {
  readonly db: WritableDB;
  readonly keeper: QueueKeeper;
  readonly edits: QueueEdits;
  /** The first of them is current now, and to be heard. */
  readonly onPlay: () => void;
  /** One of them will not be found, or is broken; the others go on. */
  readonly onFailed: (failure: SegueError) => void;
}

/** Files that were opened, until the library has them: then they are played in the order in which they were opened. */
export class OpenedFiles {
  readonly #options: OpenedFilesOptions;
  #waiting: readonly OpenedFile[] = [];
  #isPlaying = false;

  constructor(options: OpenedFilesOptions) {
    this.#options = options;
  }

  /** Takes the place of what was opened before and is not found yet: the listener wants these now. */
  open(files: readonly OpenedFile[]): void {
    this.#waiting = files;
    this.#isPlaying = false;
    this.look();
  }

  /** Whether the library has a file, and the file is where it was. */
  isKnown(file: OpenedFile): boolean {
    return this.#trackIdOf(file) !== null;
  }

  /** Call when the library may have met them. */
  look(): void {
    const found: number[] = [];
    let passed = 0;
    for (const file of this.#waiting) {
      const trackId = this.#trackIdOf(file);
      const problem = trackId === null ? this.#problemOf(file, file.changedAtMs) : null;
      if (trackId === null && problem === null) break;
      if (trackId !== null) found.push(trackId);
      else this.#fail(file, problem);
      passed++;
    }
    this.#waiting = this.#waiting.slice(passed);
    this.#play(found);
  }

  /** Nothing is looked for any more: what is not found by now will not be. */
  giveUp({ quietly }: { readonly quietly: boolean }): void {
    this.look();
    while (this.#waiting.length > 0) {
      const [file, ...others] = this.#waiting;
      this.#waiting = others;
      if (!quietly) this.#fail(file, this.#problemOf(file, 0));
      this.look();
    }
  }

  #play(trackIds: readonly number[]): void {
    const { keeper, edits, onPlay } = this.#options;
    const others = this.#isPlaying ? trackIds : trackIds.slice(1);
    if (!this.#isPlaying && trackIds.length > 0) {
      keeper.play({ kind: 'library' }, trackIds[0]);
      this.#isPlaying = true;
      onPlay();
    }
    if (others.length > 0) edits.enqueue(others);
  }

  #fail(file: OpenedFile, problem: Pick<ErrorReport, 'code' | 'message'> | null): void {
    const { code, message } = problem ?? {
      code: 'not-indexed',
      message: 'It did not turn up when Segue looked through its folder.',
    };
    this.#options.onFailed(namedFailure(new SegueError(code, message, { path: file.path })));
  }

  #trackIdOf({ aliases }: OpenedFile): number | null {
    for (const path of aliases) {
      const known = findKnownFile(this.#options.db, path);
      if (known?.missingSinceMs === null) return known.id;
    }
    return null;
  }

  /** What a scan has found to be wrong with it since; an older finding may be of another content. */
  #problemOf({ aliases }: OpenedFile, sinceMs: number) {
    const problems = aliases.map((path) => findProblem(this.#options.db, path));
    return problems.find((problem) => problem !== undefined && problem.atMs >= sinceMs) ?? null;
  }
}
