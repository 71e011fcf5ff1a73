import { copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface FileFacts {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** File systems limit how many names one file may have. */
const NAMES_PER_FILE = 10_000;

/** Makes files that share the bytes of `sound`: a hundred thousand of them take no room. */
export function linkedFiles(sound: string): (path: string) => FileFacts {
  let original = '';
  let facts: FileFacts;
  let made = 0;
  return (path) => {
    mkdirSync(dirname(path), { recursive: true });
    if (made++ % NAMES_PER_FILE === 0) {
      copyFileSync(sound, path);
      original = path;
      const { size, mtimeMs } = statSync(path);
      facts = { sizeBytes: size, mtimeMs };
    } else linkSync(original, path);
    return facts;
  };
}
