import * as v from 'valibot';

/** Whole number of at least 1, as the database counts. */
export const IdSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const SecondsSchema = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Milliseconds since 1970. */
export const TimeMsSchema = v.pipe(v.number(), v.finite());

/** A text that a person may type; longer ones are refused. */
export const ShortTextSchema = v.pipe(v.string(), v.maxLength(500));

/** More ids than anybody selects by hand; a whole library is asked for by its filter instead. */
export const IdListSchema = v.pipe(v.array(IdSchema), v.maxLength(10_000));

const AxisSchema = v.pipe(v.number(), v.finite(), v.minValue(-1), v.maxValue(1));

/** A point on the mood plane, both axes in [-1, 1]. */
export const MoodPointSchema = v.strictObject({ arousal: AxisSchema, valence: AxisSchema });

/** Which part of a list is wanted: at most 500 items from `offset` on; none, where only their number is asked for. */
export const PAGE = {
  offset: CountSchema,
  limit: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(500)),
} as const;

export const PageRequestSchema = v.strictObject(PAGE);
export type PageRequest = v.InferOutput<typeof PageRequestSchema>;

/** A part of a list, and how many items the whole list has. */
export function pageOf<const Item extends v.GenericSchema>(item: Item) {
  return v.strictObject({ total: CountSchema, items: v.array(item) });
}

export interface Page<Item> {
  readonly total: number;
  readonly items: Item[];
}

export const ErrorReportSchema = v.strictObject({
  code: v.string(),
  message: v.string(),
  path: v.optional(v.string()),
});
