import * as v from 'valibot';
import { CountSchema, IdSchema, MoodPointSchema, PAGE, SecondsSchema, ShortTextSchema } from './shapes.ts';

/** Names of folders, each in the one before; none for the library's folder itself. */
export const SubfolderSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(255))),
  v.maxLength(100),
);

/** Which tracks are meant; what is left out does not narrow. */
export const TrackFilterSchema = v.strictObject({
  albumId: v.optional(IdSchema),
  /** Name of a track's or an album's artist, as lists give it. */
  artist: v.optional(ShortTextSchema),
  genre: v.optional(ShortTextSchema),
  folderId: v.optional(IdSchema),
  /** A folder below the one of `folderId`: the names on the way there. Has no meaning without it. */
  subfolder: v.optional(SubfolderSchema),
  /** Only what lies right in the folder, not in folders below it. */
  rightHere: v.optional(v.boolean()),
  playlistId: v.optional(IdSchema),
  unplayed: v.optional(v.boolean()),
  loved: v.optional(v.boolean()),
  never: v.optional(v.boolean()),
  withoutCurve: v.optional(v.boolean()),
});

export const TRACK_SORTS = [
  'title',
  'artist',
  'album',
  'genre',
  'year',
  'duration',
  'added',
  'arousal',
  'valence',
] as const;

/** An order of tracks and a choice among them: what the library shows, and what can be played from it. */
export const TrackListSchema = v.strictObject({
  /** Words of title, artist or album; the last letters may be missing. */
  search: v.optional(ShortTextSchema),
  /** 'artist' goes on by album and number; left out: by artist, or the playlist's own order. */
  sort: v.optional(v.picklist(TRACK_SORTS)),
  direction: v.optional(v.picklist(['ascending', 'descending'])),
  filter: v.optional(TrackFilterSchema),
});
export type TrackList = v.InferOutput<typeof TrackListSchema>;

export const ListTracksSchema = v.strictObject({ ...TrackListSchema.entries, ...PAGE });

/** As {@link ListTracksSchema}, for ids alone: enough at once for whatever a person selects. */
export const ListTrackIdsSchema = v.strictObject({
  ...TrackListSchema.entries,
  offset: CountSchema,
  limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10_000)),
});
export type ListTrackIds = v.InferOutput<typeof ListTrackIdsSchema>;

export const ListSubfoldersSchema = v.strictObject({ folderId: IdSchema, subfolder: SubfolderSchema });

/** A folder with music in it or below it. */
export const SubfolderEntrySchema = v.strictObject({ name: v.string(), trackCount: CountSchema });
export type SubfolderEntry = v.InferOutput<typeof SubfolderEntrySchema>;

export const ListAlbumsSchema = v.strictObject({
  search: v.optional(ShortTextSchema),
  sort: v.optional(v.picklist(['title', 'artist', 'year', 'added'])),
  direction: v.optional(v.picklist(['ascending', 'descending'])),
  artist: v.optional(ShortTextSchema),
  ...PAGE,
});
export type ListAlbums = v.InferOutput<typeof ListAlbumsSchema>;

export const AlbumSchema = v.strictObject({
  id: IdSchema,
  title: v.string(),
  /** Null where its tracks are by several artists and no album artist is named. */
  artist: v.nullable(v.string()),
  year: v.nullable(v.number()),
  artId: v.nullable(IdSchema),
  trackCount: CountSchema,
  durationSeconds: SecondsSchema,
  meanMood: v.nullable(MoodPointSchema),
});
export type Album = v.InferOutput<typeof AlbumSchema>;

/** For artists and genres. */
export const ListNamesSchema = v.strictObject({ search: v.optional(ShortTextSchema), ...PAGE });
export type ListNames = v.InferOutput<typeof ListNamesSchema>;

export const ArtistSchema = v.strictObject({
  name: v.string(),
  trackCount: CountSchema,
  albumCount: CountSchema,
  artId: v.nullable(IdSchema),
});
export type Artist = v.InferOutput<typeof ArtistSchema>;

export const GenreSchema = v.strictObject({ name: v.string(), trackCount: CountSchema });
export type Genre = v.InferOutput<typeof GenreSchema>;
