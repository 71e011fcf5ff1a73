import * as v from 'valibot';
import { CountSchema, IdSchema, MoodPointSchema, PAGE, SecondsSchema, ShortTextSchema } from './shapes.ts';

/** Which tracks are meant; what is left out does not narrow. */
export const TrackFilterSchema = v.strictObject({
  albumId: v.optional(IdSchema),
  /** Name of a track's or an album's artist, as lists give it. */
  artist: v.optional(ShortTextSchema),
  genre: v.optional(ShortTextSchema),
  folderId: v.optional(IdSchema),
  playlistId: v.optional(IdSchema),
  unplayed: v.optional(v.boolean()),
  withoutCurve: v.optional(v.boolean()),
});
export type TrackFilter = v.InferOutput<typeof TrackFilterSchema>;

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
export type ListTracks = v.InferOutput<typeof ListTracksSchema>;

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
