import * as v from 'valibot';

/** What lists of tracks can show besides title and artist, in this order. */
export const TRACK_COLUMNS = [
  'album',
  'genre',
  'year',
  'mood',
  'curve',
  'loudness',
  'format',
  'duration',
] as const;
export type TrackColumn = (typeof TRACK_COLUMNS)[number];

/** What the listener has chosen; every field has a value, the default where nothing was chosen. */
export const SettingsSchema = v.strictObject({
  /** Length of the crossfade; 'auto' lets the two openings decide. */
  crossfadeSeconds: v.union([v.literal('auto'), v.pipe(v.number(), v.minValue(0), v.maxValue(12))]),
  /** Let the beats of both tracks fall together in a crossfade, where both have one and their tempos allow it. */
  meetOnBeat: v.boolean(),
  /** Even all tracks out to the same loudness. */
  levelLoudness: v.boolean(),
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  muted: v.boolean(),
  theme: v.picklist(['system', 'light', 'dark']),
  /** High contrast where the system asks for it, or always. */
  contrast: v.picklist(['system', 'more']),
  /** What the sleep timer offers first. */
  sleepMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)),
  trackColumns: v.pipe(v.array(v.picklist(TRACK_COLUMNS)), v.maxLength(TRACK_COLUMNS.length)),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const SettingsPatchSchema = v.partial(SettingsSchema);
export type SettingsPatch = v.InferOutput<typeof SettingsPatchSchema>;

export const DEFAULT_SETTINGS: Settings = {
  crossfadeSeconds: 'auto',
  meetOnBeat: true,
  levelLoudness: true,
  volume: 1,
  muted: false,
  theme: 'system',
  contrast: 'system',
  sleepMinutes: 30,
  trackColumns: ['album', 'mood', 'curve', 'duration'],
};
