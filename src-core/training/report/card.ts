import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const number = v.pipe(v.number(), v.finite());
const count = v.pipe(number, v.integer(), v.minValue(0));
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
