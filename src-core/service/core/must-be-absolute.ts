import { isAbsolute } from 'node:path';
import { SegueError } from '../../contract/errors.ts';

/**
 * @param what is named by the path: "the folder"
 * @throws {SegueError} 'invalid-request' for a path that leads elsewhere, depending on who reads it
 */
export function mustBeAbsolute(path: string, what: string): void {
  if (isAbsolute(path) && !path.includes('\0')) return;
  throw new SegueError('invalid-request', `Name ${what} by its whole path.`, { path });
}
