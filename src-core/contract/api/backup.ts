import * as v from 'valibot';
import { FolderPathSchema } from './folders.ts';
import { CountSchema, TimeMsSchema } from './shapes.ts';

/** A file that holds everything a person has made in Segue. */
export const BackupFileSchema = v.strictObject({
  path: v.string(),
  sizeBytes: CountSchema,
  createdAtMs: TimeMsSchema,
});
export type BackupFile = v.InferOutput<typeof BackupFileSchema>;

/** A backup's path as {@link BackupFileSchema} names it: absolute, on the computer that runs the core. */
export const BackupPathSchema = FolderPathSchema;

/** What a backup brought that the library did not have. */
export const ImportSummarySchema = v.strictObject({
  playlists: CountSchema,
  plays: CountSchema,
  settings: CountSchema,
  curves: CountSchema,
  /** Tracks that the library knows now and whose files it has yet to find. */
  awaitedTracks: CountSchema,
  /** The queue was empty, and is that of the backup now. */
  queue: v.boolean(),
  foldersAdded: v.array(v.string()),
  /** Folders of the backup that are not on this computer. */
  foldersAway: v.array(v.string()),
});
export type ImportSummary = v.InferOutput<typeof ImportSummarySchema>;
