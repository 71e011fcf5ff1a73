import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import { SegueError } from '../../contract/errors.ts';
import { kindByName } from '../../library/audio-extensions.ts';
import { toFileError } from '../../library/file-error.ts';
import { isHidden } from '../../library/file-name.ts';

/** A music file that a person opened. */
export interface OpenedFile {
  /** As it was named. */
  readonly path: string;
  /** Every path by which a scan may know it: links may lead to it, or to its folder. */
  readonly aliases: readonly string[];
  /** The folder that it was named in, links resolved; where a link to a file leads is none of the library's. */
  readonly folder: string;
  /** When it, or what is known about it, last changed. */
  readonly changedAtMs: number;
}

export type OpenedPath =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'file'; readonly file: OpenedFile };

/**
 * Looks at what a person opened, and at nothing else.
 * @param path absolute, links followed
 * @throws {SegueError} 'not-found', 'permission-denied', 'read-failed'; 'not-a-file' for what is neither file nor folder;
 *   'not-audio' and 'unsupported-format' for a file whose name promises no music that Segue can play
 */
export async function lookAtOpened(path: string): Promise<OpenedPath> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return { kind: 'folder', path };
    if (!facts.isFile()) throw new SegueError('not-a-file', 'It is not a regular file.', { path });
    refuseOtherNames(path);
    await access(path, constants.R_OK);
    const folder = await realpath(dirname(path));
    const aliases = new Set([normalize(path), join(folder, basename(path)), await realpath(path)]);
    return { kind: 'file', file: { path, aliases: [...aliases], folder, changedAtMs: facts.ctimeMs } };
  } catch (error) {
    throw toFileError(error, path);
  }
}

/** Several may fail at once, so that each has to say which it is. */
export function namedFailure({ code, message, path = '' }: SegueError): SegueError {
  return new SegueError(code, `“${basename(path)}” cannot be opened. ${message}`, { path });
}

function refuseOtherNames(path: string): void {
  const named = kindByName(path);
  if (named.kind === 'undecodable') {
    throw new SegueError('unsupported-format', `Segue cannot play ${named.format} files.`, { path });
  }
  if (named.kind === 'other') {
    throw new SegueError('not-audio', 'Its name does not end like that of a music file.', { path });
  }
  if (isHidden(basename(path))) {
    throw new SegueError('not-audio', 'It is a hidden file, which Segue leaves alone.', { path });
  }
}
