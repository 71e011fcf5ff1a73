import { sep } from 'node:path';

/**
 * The bounds between which the paths below a folder sort, for `path >= @from AND path < @to`: an index can use
 * them, and unlike LIKE they have no wildcards to escape.
 */
export function pathsBelow(folder: string): { from: string; to: string } {
  const from = folder.endsWith(sep) ? folder : folder + sep;
  return { from, to: from.slice(0, -1) + String.fromCharCode(sep.charCodeAt(0) + 1) };
}
