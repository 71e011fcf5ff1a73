import * as v from 'valibot';
import { CountSchema, IdSchema, PAGE, TimeMsSchema } from './shapes.ts';

/** A path that a person chose: absolute, on the computer that runs the core. */
export const FolderPathSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

export const FolderSchema = v.strictObject({
  id: IdSchema,
  /** For display; every request names a folder by its id. */
  path: v.string(),
  addedAtMs: TimeMsSchema,
  scannedAtMs: v.nullable(TimeMsSchema),
  trackCount: CountSchema,
  withCurveCount: CountSchema,
  problemCount: CountSchema,
  /** It can be read at the moment: false for a drive that is not plugged in. */
  reachable: v.boolean(),
  isDemo: v.boolean(),
});
export type Folder = v.InferOutput<typeof FolderSchema>;

/** A folder and the folders in it, for choosing one where there is no system dialog. */
export const BrowsedFolderSchema = v.strictObject({
  path: v.string(),
  /** Null at a file system's root. */
  parent: v.nullable(v.string()),
  folders: v.array(v.strictObject({ name: v.string(), path: v.string() })),
  /** How many files in it, not below it, are named like music. */
  audioFileCount: CountSchema,
});
export type BrowsedFolder = v.InferOutput<typeof BrowsedFolderSchema>;

/** How indexing stands. */
export const IndexingStateSchema = v.strictObject({
  /** 'scanning': finding files, while curves are being computed already; 'analysing': only curves are left. */
  phase: v.picklist(['idle', 'scanning', 'analysing']),
  /** Works slower, since music is playing. */
  yielding: v.boolean(),
  /** Audio files that the scan has come across. */
  found: CountSchema,
  done: CountSchema,
  total: CountSchema,
  filesPerSecond: v.nullable(v.number()),
  secondsLeft: v.nullable(v.number()),
  /** Name of the file that was taken up last. */
  currentFile: v.nullable(v.string()),
  /** What the last run found, once one has ended since the start. */
  lastRun: v.nullable(
    v.strictObject({
      added: CountSchema,
      updated: CountSchema,
      moved: CountSchema,
      missing: CountSchema,
      failed: CountSchema,
      analysed: CountSchema,
      seconds: v.number(),
      interrupted: v.boolean(),
      endedAtMs: TimeMsSchema,
    }),
  ),
});
export type IndexingState = v.InferOutput<typeof IndexingStateSchema>;

/** What to compute anew, whether or not it has changed. */
export const ReindexSchema = v.variant('what', [
  v.strictObject({ what: v.literal('tracks'), trackIds: v.pipe(v.array(IdSchema), v.maxLength(10_000)) }),
  v.strictObject({ what: v.literal('album'), albumId: IdSchema }),
  v.strictObject({ what: v.literal('folder'), folderId: IdSchema }),
  v.strictObject({ what: v.literal('all') }),
]);

/** A file or folder that cannot be used as things stand. */
export const ProblemSchema = v.strictObject({
  path: v.string(),
  trackId: v.nullable(IdSchema),
  outcome: v.picklist(['skipped', 'failed']),
  code: v.string(),
  message: v.string(),
  atMs: TimeMsSchema,
});
export type Problem = v.InferOutput<typeof ProblemSchema>;

export const ListProblemsSchema = v.strictObject({ folderId: v.optional(IdSchema), ...PAGE });
