import { systemCodeOf } from '../contract/errors.ts';
import { findByFingerprint, findKnownFile, type KnownFile } from '../database/scan-lookup.ts';
import type { JudgedFile } from './apply-changes.ts';
import type { IndexRun } from './index-run.ts';
import { resolveChanges, type Holder } from './resolve-changes.ts';
import { isBelow, type ScanRecord } from './scan-record.ts';

/** Decides which tracks the deferred files of a finished walk are. */
export async function judgeDeferred(
  run: IndexRun,
  scan: ScanRecord,
  roots: readonly string[],
): Promise<JudgedFile[]> {
  const changes = scan.deferred.map(({ content }) => ({
    path: content.path,
    fingerprint: content.fingerprint,
    occupant: findKnownFile(run.db, content.path),
  }));
  const changedPaths = new Set(changes.map(({ path }) => path));
  const holders = new Map<string, Holder[]>();
  for (const { fingerprint } of changes) {
    if (holders.has(fingerprint)) continue;
    const free: Holder[] = [];
    for (const track of findByFingerprint(run.db, fingerprint)) {
      if (changedPaths.has(track.path) || (await isGone(run, scan, roots, track))) free.push(track);
    }
    holders.set(fingerprint, free);
  }
  const verdicts = resolveChanges(changes, (fingerprint) => holders.get(fingerprint) ?? []);
  return scan.deferred.map((probed, i) => ({ probed, verdict: verdicts[i] }));
}

/** Only a track whose own file is certainly gone can have moved; any other has been copied. */
async function isGone(
  run: IndexRun,
  scan: ScanRecord,
  roots: readonly string[],
  track: KnownFile,
): Promise<boolean> {
  if (scan.hasSeen(track.id) || scan.isHidden(track.path)) return false;
  if (roots.some((root) => isBelow(track.path, root))) return true;
  try {
    await run.fileSystem.facts(track.path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCodeOf(error) ?? '');
  }
}
