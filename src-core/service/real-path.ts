import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** A path as the library keeps it: absolute, links resolved. Where nothing is there, as far as can be told without looking. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
