import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildShell } from '../../electron/build/build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));

export interface BuiltApp {
  readonly folder: string;
  /** A new folder for a library and the window's own data. */
  readonly newDataFolder: () => string;
  /** Chooses the core's program: the real one, the one that echoes, or a text. */
  readonly useCore: (core: 'real' | 'echo' | { readonly source: string }) => void;
  readonly remove: () => void;
}

/** The app as built, the player's page included. It lies inside the project, where packages are found. */
export async function buildApp(): Promise<BuiltApp> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'dist/test-app-'));
  await buildShell(folder);
  const core = join(folder, 'electron/core/core.js');
  const sources = {
    real: readFileSync(core, 'utf8'),
    echo: readFileSync(join(FIXTURES, 'echo-core.js'), 'utf8'),
  };
  const useCore: BuiltApp['useCore'] = (which) =>
    writeFileSync(core, typeof which === 'string' ? sources[which] : which.source);
  return {
    folder,
    newDataFolder: () => mkdtempSync(join(folder, 'data-')),
    useCore,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The shell as built, around the fixture page and a core that echoes. */
export async function buildFixtureApp(): Promise<BuiltApp> {
  const built = await buildApp();
  const page = join(built.folder, 'renderer');
  rmSync(page, { recursive: true, force: true });
  cpSync(join(FIXTURES, 'page'), page, { recursive: true });
  built.useCore('echo');
  return built;
}
