import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The files and folders named on a command line; what does not exist and every switch is passed over.
 *
 * @param args without the program's own name
 * @param workingDirectory what relative paths are relative to
 */
export function pathsFromArguments(args: readonly string[], workingDirectory: string): string[] {
  return args
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => resolve(workingDirectory, arg))
    .filter(isFileOrFolder);
}

function isFileOrFolder(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.isFile() || found.isDirectory());
}
