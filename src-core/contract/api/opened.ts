import * as v from 'valibot';
import { FolderPathSchema, FolderSchema } from './folders.ts';
import { ErrorReportSchema } from './shapes.ts';

/** Files and folders that a person opened with Segue, in their order: absolute paths, at most 10 000. */
export const OpenPathsSchema = v.pipe(v.array(FolderPathSchema), v.minLength(1), v.maxLength(10_000));

/** What became of them. What plays is told by `playWanted`, since a file may first have to be found by a scan. */
export const OpenedPathsSchema = v.strictObject({
  /** Folders that the library has from now on, named themselves or for a file in them. */
  addedFolders: v.array(FolderSchema),
  /** What cannot be opened, each with its path and the reason in words; the rest is opened all the same. */
  refused: v.array(ErrorReportSchema),
});
export type OpenedPaths = v.InferOutput<typeof OpenedPathsSchema>;
