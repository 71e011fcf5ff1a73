import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readToken } from '../server/token.ts';

function portFile(dbPath: string): string {
  return join(dirname(dbPath), 'server-port');
}

/** Notes where a library is served, for programs that are started later. */
export function noteServer(dbPath: string, port: number): void {
  try {
    writeFileSync(portFile(dbPath), String(port), { mode: 0o600 });
  } catch {
    // They will say that the library is in use, and not where.
  }
}

export function forgetServer(dbPath: string): void {
  rmSync(portFile(dbPath), { force: true });
}

/** The address at which a library is served already; null where it is not, whatever was noted. */
export async function findRunningServer(dbPath: string): Promise<string | null> {
  try {
    const port = Number(readFileSync(portFile(dbPath), 'utf8'));
    if (!Number.isInteger(port) || port < 1 || port > 65_535) return null;
    const url = `http://127.0.0.1:${port}/${readToken(dbPath)}/`;
    const { ok } = await fetch(url, { method: 'HEAD', redirect: 'error', signal: AbortSignal.timeout(5000) });
    return ok ? url : null;
  } catch {
    return null;
  }
}
