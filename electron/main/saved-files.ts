import { type BrowserWindow, dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { SegueError, systemCodeOf } from '../../src-core/contract/errors.ts';
import type { ChosenFile } from '../../src-core/contract/shell.ts';

/** Files that the page may write: those that the listener chose in the system's dialog, once each. */
export class SavedFiles {
  readonly #chosen = new Set<string>();

  async choose(window: BrowserWindow, suggestedName: string): Promise<ChosenFile | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: basename(suggestedName),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    this.#chosen.add(filePath);
    return { path: filePath, folder: dirname(filePath) };
  }

  /** @throws {SegueError} 'forbidden' for a file that was not chosen, 'disk-full', 'write-failed' */
  async write(path: string, text: string): Promise<void> {
    if (!this.#chosen.delete(path)) {
      throw new SegueError('forbidden', 'That file was not chosen to be written.', { path });
    }
    try {
      await writeFile(path, text, 'utf8');
    } catch (error) {
      throw failure(error, path);
    }
  }
}

function failure(error: unknown, path: string): SegueError {
  const name = basename(path);
  const isFull = systemCodeOf(error) === 'ENOSPC';
  return isFull
    ? new SegueError('disk-full', `There is no room left for “${name}”.`, { path, cause: error })
    : new SegueError('write-failed', `“${name}” could not be written there: choose another place.`, {
        path,
        cause: error,
      });
}
