import type { SetAside } from '../database/set-aside.ts';
import type { Recovered } from './backup/recover.ts';

/** What the listener is told when a damaged library was replaced. */
export function explainSetAside({ path }: SetAside, { merged, backupAtMs, isPartial }: Recovered): string {
  const { playlists, plays, foldersAdded } = merged;
  const from = foldersAdded.length === 0 ? '' : `, from ${foldersAdded.join(', ')} as well`;
  const taken = `${playlists} ${playlists === 1 ? 'playlist' : 'playlists'} and ${plays} plays of the history`;
  const gaps =
    backupAtMs !== null
      ? ` What could not be read any more comes from the backup of ${new Date(backupAtMs).toISOString().slice(0, 10)}.`
      : isPartial
        ? ' Some of what you made could not be read any more.'
        : '';
  return (
    `the library was damaged; it is kept as "${path}", and this run makes a new one${from}. ` +
    `${taken} were taken over.${gaps}`
  );
}

/** What the listener is told when a library was gone and had left backups; null where none of them was whole. */
export function explainGone(path: string, { merged, backupAtMs }: Recovered): string | null {
  if (backupAtMs === null) return null;
  const day = new Date(backupAtMs).toISOString().slice(0, 10);
  return (
    `the library "${path}" was gone; ${merged.playlists} playlists and ${merged.plays} plays of the history are back ` +
    `from the backup of ${day}.`
  );
}
