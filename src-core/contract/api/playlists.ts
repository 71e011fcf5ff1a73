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
});
export type Playlist = v.InferOutput<typeof PlaylistSchema>;
