import { basename } from 'node:path';

/** A track of the library, as far as recognising it goes. */
export interface Holder {
  readonly id: number;
  readonly path: string;
  readonly fingerprint: string;
}

/** A file that is new or differs from what its path held before. */
export interface ChangedFile {
  readonly path: string;
  readonly fingerprint: string;
  /** The track that has had this path so far. */
  readonly occupant: Holder | undefined;
}

export type Verdict =
  /** The same content under the same path. */
  | { readonly kind: 'touched'; readonly trackId: number }
  /** The content of a track that is no longer where it was. */
  | { readonly kind: 'moved'; readonly trackId: number }
  /** Other content in the place of a track: new tags, another encoding. */
  | { readonly kind: 'updated'; readonly trackId: number }
  | { readonly kind: 'added' };

/**
 * Decides which track each changed file is. A track goes to one file at most; files may have traded places, or have
 * been renamed in a row (`01 a` to `02 a`, `02 b` to `03 b`), which is why all of them are judged together.
 *
 * @param holdersOf tracks with this content whose own file is gone, or holds other content now; oldest first
 * @returns one verdict for each change
 */
export function resolveChanges(
  changes: readonly ChangedFile[],
  holdersOf: (fingerprint: string) => readonly Holder[],
): Verdict[] {
  const claimed = new Set<number>();
  const verdicts = changes.map((change): Verdict | undefined => {
    if (change.occupant?.fingerprint !== change.fingerprint) return undefined;
    claimed.add(change.occupant.id);
    return { kind: 'touched', trackId: change.occupant.id };
  });

  changes.forEach((change, i) => {
    if (verdicts[i] !== undefined) return;
    const free = holdersOf(change.fingerprint).filter((holder) => !claimed.has(holder.id));
    if (free.length === 0) return;
    const mover = free.find((holder) => basename(holder.path) === basename(change.path)) ?? free[0];
    claimed.add(mover.id);
    verdicts[i] = { kind: 'moved', trackId: mover.id };
  });

  while (gaveUpMoveOntoOther(changes, verdicts, claimed));

  return changes.map((change, i): Verdict => {
    const verdict = verdicts[i];
    if (verdict !== undefined) return verdict;
    if (change.occupant === undefined || claimed.has(change.occupant.id)) return { kind: 'added' };
    return { kind: 'updated', trackId: change.occupant.id };
  });
}

/**
 * Where a file was moved over another one, the track that had the path would be left without any: it is updated
 * instead, and the one that moved counts as gone. That may in turn leave another track without a path.
 */
function gaveUpMoveOntoOther(
  changes: readonly ChangedFile[],
  verdicts: (Verdict | undefined)[],
  claimed: Set<number>,
): boolean {
  for (const [i, { occupant }] of changes.entries()) {
    const verdict = verdicts[i];
    if (verdict?.kind !== 'moved' || occupant === undefined || claimed.has(occupant.id)) continue;
    claimed.delete(verdict.trackId);
    claimed.add(occupant.id);
    verdicts[i] = { kind: 'updated', trackId: occupant.id };
    return true;
  }
  return false;
}
