import type { Folder, SegueMethods } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import { outdateCurves } from '../../database/curves.ts';
import {
  addFolder,
  countTracksBelow,
  folderPath,
  listFolders,
  removeFolder,
  type Folder as StoredFolder,
} from '../../database/folders.ts';
import type { WritableDB } from '../../database/handle.ts';
import { clearPlaybackFailures, listProblemsBelow, pageOfProblems } from '../../database/outcomes.ts';
import { listTrackIds } from '../../database/track-lists.ts';
import type { FolderPresence } from '../../library/folder-presence.ts';
import { DEMO_MUSIC } from '../demo-music.ts';
import type { Indexer } from '../indexing/indexer.ts';
import { realPath } from '../real-path.ts';
import { browseFolders } from './browse-folders.ts';
import { known } from './known.ts';

export interface FolderContext {
  readonly db: WritableDB;
  readonly indexer: Indexer;
  readonly presence: FolderPresence;
  readonly now: () => number;
  /** Folders were added or removed. */
  readonly onFoldersChanged: () => void;
}

export type FolderMethods = Pick<
  SegueMethods,
  | 'listFolders'
  | 'addFolder'
  | 'removeFolder'
  | 'addDemoLibrary'
  | 'browseFolders'
  | 'startIndexing'
  | 'reindex'
  | 'stopIndexing'
  | 'indexingState'
  | 'listProblems'
  | 'retryProblems'
>;

export function folderMethods({
  db,
  indexer,
  presence,
  now,
  onFoldersChanged,
}: FolderContext): FolderMethods {
  const shown = (): Promise<Folder[]> =>
    Promise.all(
      listFolders(db).map(async (folder) => toFolder(db, folder, await presence.isThere(folder.path))),
    );
  const add = async (path: string): Promise<Folder> => {
    const { path: real } = await browseFolders(path);
    addFolder(db, real, now());
    onFoldersChanged();
    indexer.start([real], { atOnce: true });
    return known(
      (await shown()).find((folder) => folder.path === real),
      'folder',
    );
  };
  const pathOf = (id: number): string => known(folderPath(db, id), 'folder');

  return {
    listFolders: shown,
    addFolder: add,
    addDemoLibrary: () => add(DEMO_MUSIC),
    removeFolder: async (id) => {
      pathOf(id);
      // A run that is underway would go on adding what is being removed.
      await indexer.stop();
      removeFolder(db, id);
      onFoldersChanged();
      indexer.start(null);
    },
    browseFolders,
    startIndexing: (ids) => indexer.start(ids === null ? null : ids.map(pathOf)),
    reindex: (request) => {
      const trackIds =
        request.what === 'tracks'
          ? request.trackIds
          : request.what === 'album'
            ? listTrackIds(db, { filter: { albumId: request.albumId } })
            : request.what === 'folder'
              ? listTrackIds(db, { filter: { folderId: request.folderId } })
              : listTrackIds(db, { sort: 'added' });
      if (trackIds.length === 0) throw new SegueError('unknown-id', 'There is nothing there to index anew.');
      outdateCurves(db, trackIds);
      indexer.start(null);
    },
    stopIndexing: () => indexer.stop(),
    indexingState: () => indexer.state,
    listProblems: ({ folderId, offset, limit }) => {
      if (folderId === undefined) return pageOfProblems(db, offset, limit);
      const problems = listProblemsBelow(db, pathOf(folderId));
      return { total: problems.length, items: problems.slice(offset, offset + limit) };
    },
    retryProblems: () => {
      clearPlaybackFailures(db);
      indexer.start(null, { retryFailed: true });
    },
  };
}

function toFolder(
  db: WritableDB,
  { id, path, addedAtMs, scannedAtMs }: StoredFolder,
  reachable: boolean,
): Folder {
  const { tracks, withCurve } = countTracksBelow(db, path);
  return {
    ...{ id, path, addedAtMs, scannedAtMs },
    trackCount: tracks,
    withCurveCount: withCurve,
    problemCount: listProblemsBelow(db, path).length,
    reachable,
    isDemo: path === realPath(DEMO_MUSIC),
  };
}
