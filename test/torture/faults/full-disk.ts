import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync, writeSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { milliseconds, startChild } from '../child.ts';
import { inspect, madeIn, makeLibrary, makeMusic } from '../library.ts';
import { expectAll, type Fault, type Round } from '../round.ts';
import { expectOnly, kill, torment } from '../torment.ts';

const DISK_BYTES = 6 * 1024 * 1024;

/** Mounts a small disk at `folder`; false where that takes rights that we lack. */
export function mountSmallDisk(round: Round, folder: string): boolean {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  round.whenOver(() => execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' }));
  return true;
}

/** Writes until nothing fits any more, but for `spare` bytes. */
function fill(path: string, spare: number): void {
  const file = openSync(path, 'w');
  try {
    for (let left = 2 * DISK_BYTES; left > 0; left -= 4096) writeSync(file, Buffer.alloc(4096));
  } catch {
    // It is full.
  } finally {
    closeSync(file);
  }
  if (spare > 0) writeFileSync(path, '', { flag: 'r+' });
  execFileSync('truncate', ['--size', `-${spare}`, path]);
}

/** On a full disk a core goes on, says why it cannot save, and saves again once there is room. */
export const fillDiskUnderCore: Fault = async (round) => {
  const disk = join(round.folder, 'disk');
  if (!mountSmallDisk(round, disk)) return 'mounting a small disk takes the superuser';
  const { child, check, recovered } = await torment(round, join(disk, 'library.db'));
  await milliseconds(round.below(200));
  fill(join(disk, 'others'), round.below(64) * 1024);
  await child.printed('"failed":"disk-full"');
  rmSync(join(disk, 'others'));
  await recovered();
  await kill(child);
  expectOnly(['disk-full'], child);
  await check();
  return undefined;
};

/** An index run that fills the disk says so, keeps what it has, and carries on once there is room. */
export const fillDiskWhileIndexing: Fault = async (round) => {
  const [disk, music] = [join(round.folder, 'disk'), join(round.folder, 'music')];
  if (!mountSmallDisk(round, disk)) return 'mounting a small disk takes the superuser';
  const dbPath = join(disk, 'library.db');
  makeLibrary(join(round.folder, 'made.db'), 60, round);
  copyFileSync(join(round.folder, 'made.db'), dbPath);
  makeMusic(music, 200);
  const { found: made } = await inspect(dbPath, 1, madeIn);
  fill(join(disk, 'others'), round.below(200) * 1024);
  const result = (await startChild(round, 'index', [dbPath, music]).result()) as {
    code?: string;
    added?: number;
  };
  if (result.code !== 'disk-full' && result.added !== 200)
    throw new Error(`it said ${JSON.stringify(result)}`);
  rmSync(join(disk, 'others'));
  expectAll((await inspect(dbPath, 1, madeIn)).found, made, 'what was made');
  const again = startChild(round, 'index', [dbPath, music]);
  const { added, failed, unchanged } = (await again.result()) as Record<string, number>;
  if (added + unchanged !== 200 || failed > 0)
    throw new Error(`it did not carry on: ${again.output().slice(-300)}`);
  return undefined;
};
