import { existsSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Damage in a large database shows when its pages are read, not when it is opened. A file beside it makes the next
 * opening look for it, whichever program that is.
 */
function notePath(databasePath: string): string {
  return `${databasePath}-damaged`;
}

/** Leaves the note; where even that cannot be written, the damage will show again. */
export function noteDamage(databasePath: string): void {
  try {
    writeFileSync(notePath(databasePath), '');
  } catch {
    // The damage itself is what the caller reports.
  }
}

export function isDamageNoted(databasePath: string): boolean {
  return existsSync(notePath(databasePath));
}

export function forgetDamage(databasePath: string): void {
  rmSync(notePath(databasePath), { force: true });
}
