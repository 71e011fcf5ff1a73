import type { KnownFile } from '../database/scan-lookup.ts';
import type { WritableDB } from '../database/handle.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { FileSystem } from './file-system.ts';
import type { ProgressCounter } from './index-progress.ts';
import type { IndexPace } from './index-pace.ts';
import type { PendingTrack, PendingTracks } from './pending-tracks.ts';

/** What the scan and the analysis of one index run share. */
export interface IndexRun {
  readonly db: WritableDB;
  readonly fileSystem: FileSystem;
  readonly modelVersion: string;
  readonly retryFailed: boolean;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970, whole. */
  readonly now: () => number;
  readonly progress: ProgressCounter;
  readonly pending: PendingTracks;
  readonly pace: IndexPace;
  /** Told of tracks that the scan has added or changed, and that it found gone. */
  readonly onTracksChanged: () => void;
  readonly onCurve: (trackId: number) => void;
  readonly counts: {
    added: number;
    updated: number;
    moved: number;
    unchanged: number;
    missing: number;
    analysed: number;
  };
}

export function queueForAnalysis(run: IndexRun, track: PendingTrack): void {
  run.progress.fileQueued(track.sizeBytes);
  run.pending.push(track);
}

/** Failures of reading, which may pass without the file changing: the permissions are set right, the drive is back. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'permission-denied',
  'changed-while-reading',
  'read-failed',
]);

/** Whether a file that has not changed is to be analysed: it has no curve of this model and no lasting failure. */
export function lacksCurve(
  known: KnownFile,
  run: { readonly modelVersion: string; readonly retryFailed: boolean },
): boolean {
  if (known.curveModelVersion === run.modelVersion) return false;
  return known.failure === null || run.retryFailed || PASSING.has(known.failure);
}
