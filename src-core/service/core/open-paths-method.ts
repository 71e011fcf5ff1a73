import type { Folder, SegueMethods } from '../../contract/api/index.ts';
import { type ErrorReport, SegueError, toSegueError } from '../../contract/errors.ts';
import { listFolders } from '../../database/folders.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { isBelow } from '../../library/scan-record.ts';
import type { Indexer } from '../indexing/indexer.ts';
import type { EventHub } from './event-hub.ts';
import { mustBeAbsolute } from './must-be-absolute.ts';
import type { OpenedFiles } from './opened-files.ts';
import { lookAtOpened, namedFailure, type OpenedFile } from './opened-path.ts';

export interface OpenPathsContext {
  readonly db: ReadableDB;
  readonly hub: EventHub;
  readonly indexer: Indexer;
  readonly opened: OpenedFiles;
  readonly addFolder: SegueMethods['addFolder'];
}

/** The method by which the player opens what was dropped on it, double-clicked or named when it was started. */
export function openPathsMethod({
  db,
  hub,
  indexer,
  opened,
  addFolder,
}: OpenPathsContext): SegueMethods['openPaths'] {
  const folderOf = (file: OpenedFile): string | undefined =>
    listFolders(db).find(({ path }) => file.aliases.some((alias) => isBelow(alias, path)))?.path;

  return async (paths) => {
    for (const path of paths) mustBeAbsolute(path, 'what is to be opened');
    const addedFolders: Folder[] = [];
    const refused: ErrorReport[] = [];
    const files: OpenedFile[] = [];
    const add = async (path: string): Promise<void> => {
      const before = new Set(listFolders(db).map(({ id }) => id));
      const folder = await addFolder(path);
      if (!before.has(folder.id)) addedFolders.push(folder);
    };
    for (const path of paths) {
      try {
        const found = await lookAtOpened(path);
        if (found.kind === 'folder') await add(found.path);
        else {
          const { file } = found;
          if (!opened.isKnown(file)) {
            const folder = folderOf(file);
            if (folder === undefined) await add(file.folder);
            else indexer.start([folder], { atOnce: true });
          }
          files.push(file);
        }
      } catch (error) {
        const { code, message } = toSegueError(error);
        refused.push(namedFailure(new SegueError(code, message, { path })).toReport());
      }
    }
    if (files.length > 0) {
      opened.open(files);
      hub.inBackground(async () => {
        await indexer.idle();
        opened.giveUp({ quietly: indexer.state.lastRun?.interrupted === true });
      });
    }
    return { addedFolders, refused };
  };
}
