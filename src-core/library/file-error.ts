import { SegueError, systemCodeOf, type ErrorCode } from '../contract/errors.ts';

const MEANINGS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'It is not there any more.'],
  ENOTDIR: ['not-found', 'It is not there any more.'],
  EACCES: ['permission-denied', 'You are not allowed to read it: check its permissions.'],
  EPERM: ['permission-denied', 'You are not allowed to read it: check its permissions.'],
  EISDIR: ['not-a-file', 'It is a folder, not a file.'],
  ELOOP: ['not-found', 'It is a link that leads back to itself.'],
  ENAMETOOLONG: ['read-failed', 'Its path is too long for this system.'],
};

/** A failed call to the file system as a SegueError with a sentence for a person. */
export function toFileError(error: unknown, path: string): SegueError {
  if (error instanceof SegueError) return error;
  const systemCode = systemCodeOf(error) ?? 'unknown';
  const [code, message] = MEANINGS[systemCode] ?? [
    'read-failed',
    `The system could not read it (${systemCode}): check the drive it is on.`,
  ];
  return new SegueError(code, message, { path, cause: error });
}
