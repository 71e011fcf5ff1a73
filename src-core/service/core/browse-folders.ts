import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowsedFolder } from '../../contract/api/index.ts';
import { lookInto } from '../../library/look-into.ts';
import { mustBeAbsolute } from './must-be-absolute.ts';

/**
 * A folder and the folders in it, hidden ones left out.
 * @param path absolute; null for the home folder
 * @throws {SegueError} 'invalid-request', 'not-found', 'not-a-file' for a file, 'permission-denied', 'read-failed'
 */
export async function browseFolders(path: string | null): Promise<BrowsedFolder> {
  const wanted = path ?? homedir();
  mustBeAbsolute(wanted, 'the folder');
  const { path: real, folders, audioFileCount } = await lookInto(wanted);
  const parent = dirname(real);
  return {
    path: real,
    parent: parent === real ? null : parent,
    folders: folders.map((name) => ({ name, path: join(real, name) })),
    audioFileCount,
  };
}
