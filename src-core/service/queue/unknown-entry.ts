import { SegueError } from '../../contract/errors.ts';

/** An entry was asked for that has left the queue. */
export function unknownEntry(): SegueError {
  return new SegueError('unknown-id', 'That place in the queue is not there any more.');
}
