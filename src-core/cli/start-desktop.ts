import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from './build-page.ts';
import { findElectron, missingDisplay } from './find-electron.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const APP = join(ROOT, 'dist/app');

/** A window that closes with a failure sooner than this was never there. */
const SETTLED_MS = 10_000;

/**
 * Opens the desktop player and waits until it is closed.
 * @param paths folders and files to open
 * @returns null, or in a few words why there is no desktop player to be had here
 */
export async function startDesktop(paths: readonly string[]): Promise<string | null> {
  const noDisplay = missingDisplay(process.env, process.platform);
  if (noDisplay !== null) return noDisplay;
  const electron = await findElectron();
  if ('missing' in electron) return electron.missing;
  await buildPage();
  if (!(await isDone(process.execPath, [join(ROOT, 'electron/build/build.ts')])) && !existsSync(APP)) {
    return 'the desktop player could not be built';
  }
  const startedMs = performance.now();
  const isWell = await isDone(electron.path, [APP, ...paths]);
  return isWell || performance.now() - startedMs > SETTLED_MS ? null : 'the desktop player did not start';
}

/** Runs a program to its end; false where it cannot be run or fails. */
function isDone(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
