/** A folder that lies elsewhere now. */
export interface MovedFolder {
  readonly from: string;
  readonly to: string;
}

/**
 * Where a path of the backup lies now: that of the first moved folder that is it or holds it, else where it was. What is
 * below the folder is written with the new path's separators.
 */
export function remapPath(path: string, moved: readonly MovedFolder[]): string {
  for (const { from, to } of moved) {
    const old = withoutEnd(from);
    if (path === old) return withoutEnd(to);
    const rest = path.slice(old.length);
    if (!path.startsWith(old) || !/^[\\/]/.test(rest)) continue;
    const below = rest.startsWith('\\') || !old.startsWith('/') ? rest.split(/[\\/]/) : rest.split('/');
    return withoutEnd(to) + below.join(to.includes('\\') ? '\\' : '/');
  }
  return path;
}

function withoutEnd(folder: string): string {
  return folder.replace(/(?<=.)[\\/]+$/, '');
}
