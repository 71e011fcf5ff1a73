import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files and folders named on a command line; what does not exist and every switch is passed over. What cannot be looked
 * at is not: the core says why. Linux's desktops name them by `file:` addresses, as the app's desktop entry (`%U`) has them
 * do.
 *
 * @param args without the program's own name
 * @param workingDirectory what relative paths are relative to
 */
export function pathsFromArguments(args: readonly string[], workingDirectory: string): string[] {
  return args
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => resolve(workingDirectory, fromFileUrl(arg)))
    .filter(mayBeFileOrFolder);
}

function mayBeFileOrFolder(path: string): boolean {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.isFile() || found.isDirectory());
  } catch {
    return true;
  }
}

/** An address that leads to another computer, or nowhere, is taken for a name, and then not found. */
function fromFileUrl(arg: string): string {
  if (!arg.startsWith('file:')) return arg;
  try {
    return fileURLToPath(arg);
  } catch {
    return arg;
  }
}
