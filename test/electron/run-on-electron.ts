import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingDisplay } from '../../src-core/cli/find-electron.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SUITES = ['test/e2e/desktop.test.ts', 'test/e2e/desktop-sound.test.ts'];

/** Runs the desktop's tests on real Electron, or says in one line why not. Nothing is downloaded for it. */
function main(): number {
  const electron = installedElectron();
  const reason =
    electron === null ? 'Electron’s program is not installed' : missingDisplay(process.env, process.platform);
  if (electron === null || reason !== null) {
    process.stdout.write(
      `The tests on real Electron are skipped: ${reason ?? ''}. Its stand-in runs them in "npm test".\n`,
    );
    return 0;
  }
  const vitest = join(dirname(fileURLToPath(import.meta.resolve('vitest/package.json'))), 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...SUITES], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, SEGUE_TEST_ELECTRON: electron },
  });
  return status ?? 1;
}

/** The program that `ELECTRON_OVERRIDE_DIST_PATH` or the electron package has; null where neither does. */
function installedElectron(): string | null {
  const folder = dirname(fileURLToPath(import.meta.resolve('electron/package.json')));
  const names = existsSync(join(folder, 'path.txt'))
    ? [readFileSync(join(folder, 'path.txt'), 'utf8')]
    : ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  return names.map((name) => join(dist, name)).find((path) => existsSync(path)) ?? null;
}

process.exitCode = main();
