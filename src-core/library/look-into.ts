import { join } from 'node:path';
import { SegueError } from '../contract/errors.ts';
import { kindByName } from './audio-extensions.ts';
import { toFileError } from './file-error.ts';
import { decodeName, isHidden } from './file-name.ts';
import { nodeFileSystem, type FileSystem, type FolderEntry } from './file-system.ts';

/** What a person choosing a folder wants to see of one. */
export interface FolderLook {
  /** With links resolved. */
  readonly path: string;
  /** Names of the folders in it, hidden ones left out. */
  readonly folders: readonly string[];
  /** Files in it, not below it, that are named like music. */
  readonly audioFileCount: number;
}

/** @throws {SegueError} 'not-found', 'not-a-file' for what is no folder, 'permission-denied', 'read-failed' */
export async function lookInto(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<FolderLook> {
  let real;
  let entries: FolderEntry[];
  try {
    real = await fileSystem.realPath(path);
    if ((await fileSystem.facts(real)).kind !== 'folder') {
      throw new SegueError('not-a-file', 'It is a file: name the folder that holds it.', { path });
    }
    entries = await fileSystem.readFolder(real);
  } catch (error) {
    const failure = toFileError(error, path);
    if (failure.code !== 'not-found') throw failure;
    throw new SegueError('not-found', 'There is no such folder.', { path, cause: error });
  }
  const folders: string[] = [];
  let audioFileCount = 0;
  for (const { name, kind } of entries) {
    const text = decodeName(name);
    if (text === null || isHidden(text)) continue;
    if (kind === 'file' && kindByName(text).kind === 'audio') audioFileCount++;
    const isFolder =
      kind === 'folder' || (kind === 'link' && (await leadsToFolder(join(real, text), fileSystem)));
    if (isFolder) folders.push(text);
  }
  return { path: real, folders, audioFileCount };
}

async function leadsToFolder(path: string, fileSystem: FileSystem): Promise<boolean> {
  return fileSystem.facts(path).then(
    ({ kind }) => kind === 'folder',
    () => false,
  );
}
