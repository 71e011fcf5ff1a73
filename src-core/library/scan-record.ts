import { sep } from 'node:path';
import type { ProbedFile } from './probe-file.ts';
import type { FoundProblem } from './scan-entry.ts';

/** What one scan has come across. */
export class ScanRecord {
  /** Files that may be known ones under another name; judged together when all have been seen. */
  readonly deferred: ProbedFile[] = [];
  readonly problemPaths = new Set<string>();
  readonly #seenTracks = new Set<number>();
  readonly #hidden: string[] = [];

  seen(trackIds: readonly number[]): void {
    for (const id of trackIds) this.#seenTracks.add(id);
  }

  hasSeen(trackId: number): boolean {
    return this.#seenTracks.has(trackId);
  }

  problem({ path, hidesTracks }: FoundProblem): void {
    this.problemPaths.add(path);
    if (hidesTracks) this.#hidden.push(path);
  }

  /** Whether a path could not be looked at, so that nothing can be said about it. */
  isHidden(path: string): boolean {
    return this.#hidden.some((hidden) => path === hidden || isBelow(path, hidden));
  }
}

export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
