import { resolve } from 'node:path';
import { toFileError } from './file-error.ts';
import type { FileSystem } from './file-system.ts';
import type { FoundProblem } from './scan-entry.ts';
import { isBelow } from './scan-record.ts';

export interface Roots {
  /** Absolute, links resolved, none below another: where to look. */
  readonly roots: readonly string[];
  /** Folders that are not there or cannot be read; what is known of their tracks stays as it is. */
  readonly problems: readonly FoundProblem[];
}

/** Makes folders as a person names them comparable: one folder has one path, whichever links lead to it. */
export async function findRoots(folders: readonly string[], fileSystem: FileSystem): Promise<Roots> {
  const found = new Set<string>();
  const problems: FoundProblem[] = [];
  for (const folder of folders) {
    const path = resolve(folder);
    try {
      const real = await fileSystem.realPath(path);
      const { kind } = await fileSystem.facts(real);
      if (kind === 'folder') found.add(real);
      else problems.push(unusable(path, 'not-a-file', 'It is a file: name the folder that holds it.'));
    } catch (error) {
      const { code, message } = toFileError(error, path);
      const isGone = code === 'not-found';
      problems.push(
        unusable(
          path,
          code,
          isGone ? 'The folder is not there: is its drive connected? Its tracks are kept.' : message,
        ),
      );
    }
  }
  const roots = [...found].sort();
  return { roots: roots.filter((path) => !roots.some((other) => isBelow(path, other))), problems };
}

function unusable(path: string, code: FoundProblem['code'], message: string): FoundProblem {
  return { kind: 'problem', path, outcome: 'failed', code, message, hidesTracks: true };
}
