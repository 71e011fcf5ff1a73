import { SegueError } from '../../contract/errors.ts';

/** What was found, or an error that says what was not. */
export function known<T>(found: T | undefined, what: string): T {
  if (found !== undefined) return found;
  throw new SegueError('unknown-id', `That ${what} is not in the library any more.`);
}
