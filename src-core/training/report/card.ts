import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(number, v.integer(), v.minValue(0));
const pair = v.pipe(v.tuple([number, number]), v.readonly());
const share = v.pipe(number, v.minValue(0), v.maxValue(1));

const axisSchema = v.object({
  n: count,
  r2: number,
  rmse: number,
  r: number,
  ccc: number,
  /** Standard deviation of R2 and RMSE over the folds. */
  r2FoldSd: number,
  rmseFoldSd: number,
});

const originSchema = v.object({
  /** ISO 8601 date. */
  date: v.pipe(v.string(), v.isoDate()),
  command: text,
  seed: number,
  /** Commit of the code; a `+` at its end says that tracked files differed from it. */
  commit: text,
  trainingSeconds: number,
});

const dataSchema = v.array(v.object({ dataset: text, n: count, use: text, rights: text }));

const commonFields = {
  recipe: v.picklist(['paper', 'segue']),
  purpose: text,
  input: text,
  output: text,
  architecture: text,
  parameters: count,
  epochs: count,
  origin: originSchema,
  data: dataSchema,
  split: text,
  settings: v.record(v.string(), v.unknown()),
  /** Root mean square error on held-out music: how far each axis can be trusted. */
  heldOutError: v.object({ arousal: number, valence: number }),
  limits: v.array(text),
};

/** Card of a clip model. Metrics are of whole excerpts (mean over their clips), by models that never heard the artist. */
export const clipCardSchema = v.object({
  model: v.literal('clip'),
  ...commonFields,
  metrics: v.array(v.object({ row: text, dataset: text, arousal: axisSchema, valence: axisSchema })),
  /**
   * Mean and standard deviation of each rated data set: raters use scales of their own, and the model answers on the
   * app's. Axes in the order arousal, valence.
   */
  ratingScales: v.record(v.string(), v.object({ mean: pair, standardDeviation: pair })),
  /** Where the app's scale is cut into halves. */
  neutral: v.object({ arousal: number, valence: number }),
  /** CPU time of one core for a song of four minutes, from mel clips to the curve. */
  cpuSecondsPerFourMinutes: number,
  /** Standard deviations of the metrics over seeds, on one held-out fold. */
  seedSpread: v.nullable(
    v.object({
      seeds: v.pipe(v.array(number), v.readonly()),
      fold: count,
      rated: v.pipe(v.array(v.object({ dataset: text, arousalR2: number, valenceR2: number })), v.readonly()),
      quadrants: v.nullable(v.object({ arousal: number, valence: number, quadrant: number })),
    }),
  ),
  /**
   * Share of held-out errors within the 70 % band of the uncertainty that the model states, by data set; each fold
   * calibrated by the others. Null where the model states none.
   */
  bandCoverage: v.nullable(v.record(v.string(), v.object({ arousal: share, valence: share }))),
  quadrants: v.nullable(
    v.object({ dataset: text, n: count, arousal: share, valence: share, quadrant: share }),
  ),
  /** Mean absolute change from one half second to the next within held-out excerpts. */
  meanAbsoluteStep: v.object({ arousal: number, valence: number }),
});

const horizons = v.pipe(v.array(number), v.minLength(1));

/** Card of a sequence model. Metrics are of songs that the scored model never saw. */
export const sequenceCardSchema = v.object({
  model: v.literal('sequence'),
  ...commonFields,
  horizonsSeconds: horizons,
  metrics: v.array(
    v.object({
      row: text,
      curves: text,
      mse: horizons,
      persistenceMse: horizons,
      /** `1 - mse / persistenceMse`; 0 is "nothing changes". */
      skill: horizons,
      skillFoldSd: horizons,
    }),
  ),
  /** Share of the held-out errors within the bands that should hold 70% of them, by horizon; empty without bands. */
  bandCoverage: v.array(v.object({ curves: text, share: horizons })),
  /** Standard deviation of the skill on one fold over seeds; null where it was not measured. */
  seedSpread: v.nullable(
    v.object({
      fold: count,
      seeds: v.array(number),
      rows: v.array(v.object({ curves: text, skillSd: horizons })),
    }),
  ),
});

export type ClipCard = v.InferOutput<typeof clipCardSchema>;
export type SequenceCard = v.InferOutput<typeof sequenceCardSchema>;
export type CardOrigin = v.InferOutput<typeof originSchema>;
