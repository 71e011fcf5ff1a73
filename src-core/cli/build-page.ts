import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SegueError } from '../contract/errors.ts';
import { findPage } from '../server/find-page.ts';
import { notice } from './notice.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['renderer', 'src-core/contract'];

/** The folder of the built page, which is built first where it is missing or older than its sources. */
export async function buildPage(): Promise<string> {
  const { folder, isBuilt } = findPage();
  if (isBuilt && !isOutdated(folder)) return folder;
  notice(isBuilt ? 'the player has changed and is being built again.' : 'the player is being built, once.');
  try {
    // Not a literal: Vite is there where Segue is developed, and a packed Segue comes with the page built.
    const name = 'vite';
    const vite = (await import(name)) as { build: (options: object) => Promise<unknown> };
    // Beside it and then in its place, so that no one who asks meanwhile gets half a page.
    const fresh = `${folder}.${process.pid}`;
    await vite.build({
      configFile: join(ROOT, 'vite.config.ts'),
      root: join(ROOT, 'renderer'),
      logLevel: 'error',
      build: { outDir: fresh },
    });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    throw new SegueError('internal', 'The player could not be built: "npm run build:renderer" tells why.', {
      cause: error,
    });
  }
  return folder;
}

function isOutdated(folder: string): boolean {
  const builtMs = statSync(join(folder, 'index.html')).mtimeMs;
  try {
    return SOURCES.some((source) =>
      readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true }).some(
        (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > builtMs,
      ),
    );
  } catch {
    // Without sources there is nothing to be older than.
    return false;
  }
}
