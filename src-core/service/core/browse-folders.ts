import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { BrowsedFolder } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import { lookInto } from '../../library/look-into.ts';

/**
 * A folder and the folders in it, hidden ones left out.
 * @param path absolute; null for the home folder
 * @throws {SegueError} 'invalid-request', 'not-found', 'not-a-file' for a file, 'permission-denied', 'read-failed'
 */
export async function browseFolders(path: string | null): Promise<BrowsedFolder> {
  const wanted = path ?? homedir();
  if (!isAbsolute(wanted) || wanted.includes('\0')) {
    throw new SegueError('invalid-request', 'Name the folder by its whole path.', { path: wanted });
  }
  const { path: real, folders, audioFileCount } = await lookInto(wanted);
  const parent = dirname(real);
  return {
    path: real,
    parent: parent === real ? null : parent,
    folders: folders.map((name) => ({ name, path: join(real, name) })),
    audioFileCount,
  };
}
