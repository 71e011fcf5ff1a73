import { sep } from 'node:path';
import type { SubfolderEntry } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { pathsBelow } from './path-range.ts';
import { get } from './statement.ts';

const FIRST = `SELECT path FROM tracks WHERE path >= @from AND path < @to AND missing_since_ms IS NULL
  ORDER BY path LIMIT 1`;
const COUNT = `SELECT count(*) AS trackCount FROM tracks
  WHERE path >= @from AND path < @to AND missing_since_ms IS NULL`;

/**
 * The folders right in `folder` that lead to tracks which are there, by name. Steps from one folder's tracks to the next
 * one's along the index of paths, so that it takes as long as there are folders, whatever lies in them.
 */
export function listSubfolders(db: ReadableDB, folder: string): SubfolderEntry[] {
  const found: SubfolderEntry[] = [];
  const { from: base, to } = pathsBelow(folder);
  for (let from = base; ;) {
    const next = get<{ path: string }>(db, FIRST, { from, to });
    if (next === undefined) break;
    const [name, ...rest] = next.path.slice(base.length).split(sep);
    if (rest.length === 0) {
      // A file right here: the next path is the first that sorts after it.
      from = `${next.path}\0`;
      continue;
    }
    const below = pathsBelow(base + name);
    found.push({ name, trackCount: get<{ trackCount: number }>(db, COUNT, below)!.trackCount });
    from = below.to;
  }
  return found.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true, sensitivity: 'base' }));
}
