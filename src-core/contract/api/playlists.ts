import * as v from 'valibot';
import { CountSchema, IdSchema, SecondsSchema, TimeMsSchema } from './shapes.ts';

export const PlaylistNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

export const PlaylistSchema = v.strictObject({
  id: IdSchema,
  name: v.string(),
  trackCount: CountSchema,
  durationSeconds: SecondsSchema,
  createdAtMs: TimeMsSchema,
  changedAtMs: TimeMsSchema,
  /** Its first four different covers. */
  artIds: v.pipe(v.array(IdSchema), v.maxLength(4)),
});
export type Playlist = v.InferOutput<typeof PlaylistSchema>;

/** The tracks of a playlist in order; more than anybody listens to. */
export const PlaylistTracksSchema = v.pipe(v.array(IdSchema), v.maxLength(50_000));

/** What a playlist was before it was deleted: enough to make it again. */
export const DeletedPlaylistSchema = v.strictObject({ name: v.string(), trackIds: v.array(IdSchema) });

/** A folder's path on the computer that runs the core. */
const FolderSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));

/** An M3U playlist as a person opened it. */
export const ImportPlaylistSchema = v.strictObject({
  /** Given where the file itself names none. */
  name: PlaylistNameSchema,
  text: v.pipe(v.string(), v.maxLength(1_000_000)),
  /** Where the file lies, which its relative paths begin at; null where nobody knows, as in a browser. */
  folder: v.nullable(FolderSchema),
});
export type ImportPlaylist = v.InferOutput<typeof ImportPlaylistSchema>;

export const ImportedPlaylistSchema = v.strictObject({
  playlist: PlaylistSchema,
  /** How many entries name nothing in the library. */
  notFoundCount: CountSchema,
  /** The first hundred of them, as the file names them. */
  notFound: v.array(v.string()),
});
export type ImportedPlaylist = v.InferOutput<typeof ImportedPlaylistSchema>;

export const ExportPlaylistSchema = v.strictObject({
  playlistId: IdSchema,
  /** Where the file will lie: tracks in it or below are named from there. Null: all are named by their whole path. */
  folder: v.nullable(FolderSchema),
});

export const ExportedPlaylistSchema = v.strictObject({
  /** A name that every file system takes. */
  fileName: v.string(),
  /** M3U8. */
  text: v.string(),
});
