import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TOKEN = /^[\w-]{32,}$/;

/**
 * The secret part of the server's address. It is kept beside the library, readable by its owner alone, so that a page
 * that is open finds the server again when that was started anew.
 */
export function readToken(databasePath: string): string {
  const path = join(dirname(databasePath), 'server-token');
  try {
    const kept = readFileSync(path, 'utf8').trim();
    if (TOKEN.test(kept)) return kept;
  } catch {
    // There is none yet.
  }
  const token = randomBytes(32).toString('base64url');
  try {
    writeFileSync(path, token, { mode: 0o600 });
    // One that was there keeps the permissions that it had.
    chmodSync(path, 0o600);
  } catch {
    // It cannot be kept: the next start has another one.
  }
  return token;
}
