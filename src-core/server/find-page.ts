import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE_FOLDER = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/** Where the built page lies, and whether it is there. */
export function findPage(): { readonly folder: string; readonly isBuilt: boolean } {
  return { folder: PAGE_FOLDER, isBuilt: existsSync(`${PAGE_FOLDER}/index.html`) };
}
