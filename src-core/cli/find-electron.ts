import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** Electron's program, or a reason for a person why there is none. */
export type FoundElectron = { readonly path: string } | { readonly missing: string };

/** The package fetches a hundred megabytes on first use. */
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/** The binary that `ELECTRON_OVERRIDE_DIST_PATH` or the electron package has, which fetches it where it has none yet. */
export async function findElectron(): Promise<FoundElectron> {
  const ask = "process.stdout.write('\\n' + require('electron'))";
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', ask], {
      cwd: import.meta.dirname,
      timeout: DOWNLOAD_LIMIT_MS,
    });
    const path = stdout.trim().split('\n').at(-1) ?? '';
    return existsSync(path) ? { path } : { missing: `there is no Electron at "${path}"` };
  } catch {
    return { missing: 'the Electron program is not installed and could not be fetched' };
  }
}

/** Why no window can be shown, or null where one can. */
export function missingDisplay(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  if (platform !== 'linux' || environment.DISPLAY || environment.WAYLAND_DISPLAY) return null;
  return 'there is no display';
}
