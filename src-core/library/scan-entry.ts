import type { ErrorCode } from '../contract/errors.ts';

/** An audio file, by its name, that a scan came across. */
export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** A file or folder that a scan could not make use of. */
export interface FoundProblem {
  readonly kind: 'problem';
  readonly path: string;
  readonly outcome: 'skipped' | 'failed';
  readonly code: ErrorCode;
  readonly message: string;
  /** What lies at or below `path` may still be there: nothing of it counts as missing. */
  readonly hidesTracks: boolean;
}

export type ScanEntry = FoundFile | FoundProblem;
