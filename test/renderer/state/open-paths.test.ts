import { expect, it } from 'vitest';
import type { Folder, OpenedPaths } from '../../../src-core/contract/api/index.ts';
import { openPaths } from '../../../renderer/state/open-paths.ts';
import type { Toast } from '../../../renderer/state/toasts.svelte.ts';

/** What the page has at hand, with a core that answers as given. */
function sessionOf(answer: OpenedPaths) {
  const asked: unknown[] = [];
  const toasts: Partial<Toast>[] = [];
  return {
    asked,
    toasts,
    session: {
      attempt: async (action: () => Promise<unknown> | undefined) => {
        await action();
        return true;
      },
      refreshFolders: () => Promise.resolve(void asked.push('refreshed')),
      api: {
        openPaths: (paths: string[]) => {
          asked.push(paths);
          return Promise.resolve(answer);
        },
        removeFolder: (id: number) => Promise.resolve(void asked.push({ removed: id })),
      },
      toasts: {
        show: (message: string, options: Partial<Toast> = {}) => void toasts.push({ message, ...options }),
      },
    },
  };
}

const folder = (id: number, path: string) => ({ id, path }) as Folder;

it('names a folder that was added for a file, and takes it away again', async () => {
  const { session, asked, toasts } = sessionOf({ addedFolders: [folder(3, '/music/Album/')], refused: [] });
  await openPaths(session, ['/music/Album/1.mp3']);
  expect(toasts.map(({ message }) => message)).toEqual(['The folder “Album” was added to your library.']);
  toasts[0].action!.run();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual([['/music/Album/1.mp3'], 'refreshed', { removed: 3 }, 'refreshed']);
});

it('shows why something is not opened, in the words that came with it', async () => {
  const refused = [{ code: 'not-audio', message: '“a.txt” is no music.', path: '/a.txt' }];
  const { session, toasts } = sessionOf({ addedFolders: [], refused });
  await openPaths(session, ['/a.txt', '/b.mp3']);
  expect(toasts).toEqual([{ message: '“a.txt” is no music.', level: 'error' }]);
});

it('asks nothing where nothing was opened', async () => {
  const { session, asked } = sessionOf({ addedFolders: [], refused: [] });
  await openPaths(session, []);
  expect(asked).toEqual([]);
});
