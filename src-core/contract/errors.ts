/**
 * Every failure that a user can meet has one of these codes. They are part of the command line's and the
 * API's contract: add to the list, never rename.
 */
export const ERROR_CODES = [
  // a file that could not be read
  'not-found',
  'permission-denied',
  'not-a-file',
  'name-not-utf8',
  'changed-while-reading',
  'read-failed',
  'write-failed',
  // a file that could be read but not heard
  'empty-file',
  'not-audio',
  'unsupported-format',
  'corrupt-audio',
  'too-short',
  'time-limit',
  'worker-crashed',
  'playback-failed',
  // the database
  'database-from-future',
  'database-corrupt',
  'database-locked',
  'database-read-only',
  'database-failed',
  'disk-full',
  'library-in-use',
  // a backup
  'backup-invalid',
  'backup-from-future',
  // the models
  'model-invalid',
  'engine-unavailable',
  // what was asked for
  'usage',
  'invalid-request',
  'unknown-id',
  'too-large',
  'forbidden',
  'disconnected',
  'not-indexed',
  'no-curve',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The plain form of a {@link SegueError}, as it crosses a process border or is printed. */
export interface ErrorReport {
  readonly code: ErrorCode;
  /** A sentence for a person: what happened and, where there is one, what to do. */
  readonly message: string;
  readonly path?: string;
}

/** A failure with a stable code, a sentence for a person and, where one is at fault, the file's path. */
export class SegueError extends Error {
  override readonly name = 'SegueError';
  readonly code: ErrorCode;
  readonly path: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { path?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.path = options.path;
  }

  toReport(): ErrorReport {
    return {
      code: this.code,
      message: this.message,
      ...(this.path === undefined ? {} : { path: this.path }),
    };
  }
}

/** Any thrown value as a SegueError; what is not one already becomes `fallback` with the original as cause. */
export function toSegueError(error: unknown, fallback: ErrorCode = 'internal', path?: string): SegueError {
  if (error instanceof SegueError) return error;
  return new SegueError(fallback, messageOf(error), { path, cause: error });
}

/** What a thrown value says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How the system, or a library, names a failure, such as `ENOENT` or `SQLITE_FULL`; undefined where it does not. */
export function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
