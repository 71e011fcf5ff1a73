import { execFile } from 'node:child_process';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SegueError } from '../contract/errors.ts';
import { findPage } from '../server/find-page.ts';
import { notice } from './notice.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
const SOURCES = ['renderer', 'src-core/contract'];

/** The folder of the built page, which is built first where it is missing or older than its sources. */
export async function buildPage(): Promise<string> {
  const { folder, isBuilt } = findPage();
  if (isBuilt && !isOutdated(folder)) return folder;
  notice(isBuilt ? 'the player has changed and is being built again.' : 'the player is being built, once.');
  // Beside it and then in its place, so that no one who asks meanwhile gets half a page.
  const fresh = `${folder}.${process.pid}`;
  try {
    // A process of its own: a builder needs half a gigabyte, which this program would hold for as long as it runs. Vite is
    // there where Segue is developed; a packed Segue comes with the page built.
    const build = ['build', '--config', 'vite.config.ts', '--logLevel', 'error', '--outDir', fresh];
    await promisify(execFile)(process.execPath, [VITE, ...build], { cwd: ROOT });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    throw new SegueError('internal', 'The player could not be built: "npm run build:renderer" tells why.', {
      cause: error,
    });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
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
