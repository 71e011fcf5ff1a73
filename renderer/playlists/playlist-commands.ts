import type { ImportedPlaylist, Playlist } from '../../src-core/contract/api/index.ts';
import { countOf, grouped } from '../format/count.ts';
import { place } from '../state/place.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { playlistNameOf, readPlaylistBytes } from './read-playlist-file.ts';

const LARGEST_FILE_BYTES = 1_000_000;

/** Makes a playlist of an M3U file; null where that failed, which the listener has been told. */
export async function importPlaylist(session: Session, file: File): Promise<ImportedPlaylist | null> {
  const { api, bridge, toasts } = session;
  if (file.size > LARGEST_FILE_BYTES) {
    toasts.show(`“${file.name}” is too large for a playlist.`, { level: 'error' });
    return null;
  }
  let imported: ImportedPlaylist | null = null;
  await session.attempt(async () => {
    const path = bridge.shell?.pathOf(file) ?? '';
    imported = await api.importPlaylist({
      name: playlistNameOf(file.name),
      text: readPlaylistBytes(new Uint8Array(await file.arrayBuffer())),
      folder: path === '' ? null : path.replace(/(?<=.)[\\/][^\\/]*$/, ''),
    });
  });
  return imported;
}

/** Saves a playlist as M3U8: where the listener chooses in the desktop app, among the downloads in a browser. */
export async function exportPlaylist(session: Session, { id, name }: Playlist): Promise<void> {
  const { api, bridge, toasts } = session;
  await session.attempt(async () => {
    const { shell } = bridge;
    const plain = await api.exportPlaylist({ playlistId: id, folder: null });
    if (!shell) {
      download(plain.fileName, plain.text);
      return;
    }
    const chosen = await shell.chooseSaveFile(plain.fileName);
    if (chosen === null) return;
    const { text } = await api.exportPlaylist({ playlistId: id, folder: chosen.folder });
    await shell.saveText(chosen.path, text);
    toasts.show(`“${name}” was saved.`);
  });
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'audio/x-mpegurl' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Deletes a playlist and offers to take that back. */
export function deletePlaylist(session: Session, { id, name }: Playlist): void {
  const { api, toasts } = session;
  void session.attempt(async () => {
    const { trackIds } = await api.deletePlaylist(id);
    place.go('playlists');
    toasts.show(`“${name}” was deleted.`, {
      action: { label: 'Undo', run: () => void session.attempt(() => api.createPlaylist(name, trackIds)) },
    });
  });
}

/** Gives a playlist other tracks, or another order, and offers to take that back. */
export async function changeTracks(
  session: Session,
  playlistId: number,
  change: (trackIds: number[]) => number[] | Promise<number[]>,
  message?: string,
): Promise<boolean> {
  const { api, toasts } = session;
  return session.attempt(async () => {
    const before = await api.getPlaylistTrackIds(playlistId);
    await api.setPlaylistItems(playlistId, await change(before));
    if (message === undefined) return;
    toasts.show(message, {
      action: {
        label: 'Undo',
        run: () => void session.attempt(() => api.setPlaylistItems(playlistId, before)),
      },
    });
  });
}

/** What a listener is told of an import. */
export function importMessage({ playlist, notFoundCount }: ImportedPlaylist): string {
  const found = countOf(playlist.trackCount, 'track');
  return notFoundCount === 0
    ? `“${playlist.name}” was imported: ${found}.`
    : `“${playlist.name}” was imported: ${found}, and ${grouped(notFoundCount)} that your library does not have.`;
}
