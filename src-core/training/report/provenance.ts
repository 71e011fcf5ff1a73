import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Folders that a trained model depends on. */
const SOURCES = ['contract', 'audio', 'emotion', 'training'].map((room) => `src-core/${room}`);

/** The commit that the code stands at, with a `+` where tracked files differ from it; `unknown` outside a clone. */
export async function currentCommit(folder: string): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', args, { cwd: folder })).stdout.trim();
  try {
    const commit = await git('rev-parse', 'HEAD');
    const changed = await git('status', '--porcelain', '--untracked-files=no', '--', ...SOURCES);
    return changed === '' ? commit : `${commit}+`;
  } catch {
    return 'unknown';
  }
}
