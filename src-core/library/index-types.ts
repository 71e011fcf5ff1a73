import type { AnalysisPoolOptions } from './analysis-pool.ts';
import type { FileSystem } from './file-system.ts';
import type { IndexPace } from './index-pace.ts';

export interface IndexOptions {
  /** Which model's curves are current; tracks whose curve is another model's are analysed anew. */
  readonly modelVersion: string;
  /** How files are analysed: number of workers, model, limits. */
  readonly analysis?: AnalysisPoolOptions;
  /** Also try files again that have failed and not changed since. */
  readonly retryFailed?: boolean;
  /** Stops the run: what is finished stays, what is in flight is dropped, the next run carries on. */
  readonly signal?: AbortSignal;
  /** Called often, and at once: draw at leisure. */
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Told whenever tracks have been added, changed or found gone: they can be listed, and played, from then on. */
  readonly onTracksChanged?: () => void;
  /** Told of each track that has got its curve. */
  readonly onCurve?: (trackId: number) => void;
  /** Ids of tracks whose curves are wanted before all others, the first first; asked before each track. */
  readonly soonest?: () => readonly number[];
  /** Slows the run down while something else matters more. */
  readonly pace?: IndexPace;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** For tests: drives that fail. */
  readonly fileSystem?: FileSystem;
}

export interface IndexProgress {
  /** Analysis begins while the scan still goes on; until that ends, `total` grows. */
  readonly phase: 'scanning' | 'analysing';
  /** Audio files that the scan has come across. */
  readonly found: number;
  /** Files that analysis is through with, failed ones included. */
  readonly done: number;
  /** Files to analyse, as far as they are known. */
  readonly total: number;
  /** Files analysed per second so far; null before the first. */
  readonly filesPerSecond: number | null;
  /** Judged by the bytes that are left; null before the first file is done. */
  readonly secondsLeft: number | null;
  /** The file that was taken up last. */
  readonly currentPath: string | null;
}

/** What became of the folders' files. Every track is one of added, updated, moved, unchanged or missing. */
export interface IndexSummary {
  /** New tracks, copies of known ones among them. */
  readonly added: number;
  /** Files whose content changed, and missing ones that came back. */
  readonly updated: number;
  /** Files that were known under another path. */
  readonly moved: number;
  readonly unchanged: number;
  /** Tracks of these folders whose files are gone, now or since earlier. */
  readonly missing: number;
  /** Files and folders that could not be used as things stand, also those that failed in an earlier run. */
  readonly failed: number;
  /** Files that went through the model in this run; one that is a copy of another needs not. */
  readonly analysed: number;
  readonly seconds: number;
  /** The run was stopped before its end. */
  readonly interrupted: boolean;
}
