import { messageOf, SegueError, systemCodeOf, type ErrorCode } from '../../contract/errors.ts';

const REASONS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'The file does not exist.'],
  ENOTDIR: ['not-found', 'The file does not exist.'],
  ENAMETOOLONG: ['not-found', "The file's name is too long to exist."],
  EACCES: ['permission-denied', 'The file may not be read; its permissions forbid it.'],
  EPERM: ['permission-denied', 'The file may not be read; its permissions forbid it.'],
  EISDIR: ['not-a-file', 'This is a folder, not a file.'],
  ENXIO: ['not-a-file', 'This is a device or a socket, not a file.'],
  ELOOP: ['read-failed', 'The file is a symbolic link that leads back to itself.'],
  EMFILE: ['read-failed', 'Too many files are open.'],
};

/** What the file system said, in words for a person. */
export function fileError(error: unknown, path: string): SegueError {
  const [reason, words] = REASONS[systemCodeOf(error) ?? ''] ?? [
    'read-failed',
    `The file could not be read: ${messageOf(error)}`,
  ];
  return new SegueError(reason, words, { path, cause: error });
}
