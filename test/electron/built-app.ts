import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildShell } from '../../electron/build/build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));

export interface BuiltApp {
  readonly folder: string;
  readonly entry: string;
  /** A new folder for a library and the window's own data. */
  readonly newDataFolder: () => string;
  /** Replaces the core's program; left out, by the one that echoes. */
  readonly useCore: (source?: string) => void;
  readonly remove: () => void;
}

/** The shell as built, around the fixture page and a core that echoes. It lies inside the project, where packages are found. */
export async function buildFixtureApp(): Promise<BuiltApp> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'dist/test-app-'));
  await buildShell(folder);
  cpSync(join(FIXTURES, 'page'), join(folder, 'renderer'), { recursive: true });
  const core = join(folder, 'electron/core/core.js');
  const useCore = (source?: string) =>
    source === undefined ? cpSync(join(FIXTURES, 'echo-core.js'), core) : writeFileSync(core, source);
  useCore();
  return {
    folder,
    entry: join(folder, 'electron/main/main.js'),
    newDataFolder: () => mkdtempSync(join(folder, 'data-')),
    useCore,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
