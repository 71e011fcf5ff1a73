import type { Folder } from '../../src-core/contract/api/index.ts';
import { folderName } from '../format/folder-name.ts';
import type { Session } from './session.svelte.ts';

/**
 * Opens files and folders that the listener dropped on the window, or opened with Segue from outside. Folders that this
 * adds to the library are named, and can be taken away again; files begin to play by themselves.
 */
export async function openPaths(session: OpeningSession, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await session.attempt(async () => {
    const { addedFolders, refused } = await session.api.openPaths([...paths]);
    for (const { message } of refused) session.toasts.show(message, { level: 'error' });
    for (const folder of addedFolders) tellOfAdded(session, folder);
    await session.refreshFolders();
  });
}

type OpeningSession = Pick<Session, 'attempt' | 'refreshFolders'> & {
  readonly api: Pick<Session['api'], 'openPaths' | 'removeFolder'>;
  readonly toasts: Pick<Session['toasts'], 'show'>;
};

function tellOfAdded(session: OpeningSession, { id, path }: Folder): void {
  const remove = (): Promise<boolean> =>
    session.attempt(async () => {
      await session.api.removeFolder(id);
      await session.refreshFolders();
    });
  session.toasts.show(`The folder “${folderName(path)}” was added to your library.`, {
    action: { label: 'Undo', run: () => void remove() },
  });
}
