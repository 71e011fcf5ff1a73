/** A folder's own name, by which people know it; a whole drive has none but its path. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
