import * as v from 'valibot';
import { HEARD_BANDS } from '../hearing/audible-levels.ts';
import { SURROUNDINGS_SIZE } from '../song/surroundings.ts';
import type { ClipNormalisation, SequenceNormalisation, SongNormalisation } from './normalisation-types.ts';
import { readModelJson } from './read-json.ts';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const steps = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200));
const pooling = v.exactOptional(v.picklist(['last', 'mean']));
const context = v.exactOptional(v.picklist(['none', 'song']));

const clipSchema: v.GenericSchema<unknown, ClipNormalisation> = v.variant('kind', [
  v.object({ kind: v.literal('per-clip'), pooling, context }),
  v.object({
    kind: v.literal('audible'),
    mean: v.pipe(v.array(finite), v.length(HEARD_BANDS)),
    standardDeviation: v.pipe(v.array(positive), v.length(HEARD_BANDS)),
    pooling,
    context,
  }),
]);

const songSchema: v.GenericSchema<unknown, SongNormalisation> = v.pipe(
  v.object({
    mean: v.array(finite),
    standardDeviation: v.array(positive),
    arousalPerDb: v.pipe(finite, v.minValue(0)),
    referenceLevelDb: finite,
    smoothingReach: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
    uncertaintyScale: v.object({ arousal: positive, valence: positive }),
    surroundings: v.object({
      clips: steps,
      share: v.pipe(finite, v.minValue(0), v.maxValue(1)),
      mean: v.pipe(v.array(finite), v.length(SURROUNDINGS_SIZE)),
      standardDeviation: v.pipe(v.array(positive), v.length(SURROUNDINGS_SIZE)),
    }),
  }),
  v.check(
    ({ mean, standardDeviation }) => mean.length === standardDeviation.length,
    'mean and standardDeviation differ in length',
  ),
);

const recursiveSchema = v.object({ kind: v.literal('recursive'), history: steps, forecastSteps: steps });

const regression = v.object({ curves: v.string(), weights: v.array(finite), bias: v.array(finite) });

const mixtureSchema = v.object({
  kind: v.literal('mixture'),
  history: steps,
  forecastSteps: steps,
  inputOffsets: steps,
  inputScale: positive,
  regressions: v.pipe(v.array(regression), v.minLength(1)),
  bandFactors: v.object({ arousal: v.array(positive), valence: v.array(positive) }),
});

const sequenceSchema: v.GenericSchema<unknown, SequenceNormalisation> = v.pipe(
  v.variant('kind', [recursiveSchema, mixtureSchema]),
  v.check(
    (read) =>
      read.kind === 'recursive' ||
      (read.bandFactors.arousal.length === read.forecastSteps &&
        read.bandFactors.valence.length === read.forecastSteps),
    'bandFactors does not hold one number for every step of the forecast',
  ),
  v.check(
    (read) =>
      read.kind === 'recursive' ||
      read.regressions.every(
        ({ weights, bias }) =>
          bias.length === 2 * read.forecastSteps &&
          weights.length === read.regressions[0].weights.length &&
          weights.length > 0 &&
          weights.length % (4 * read.forecastSteps) === 0,
      ),
    'the weights of the regressions do not fit the forecast',
  ),
);

/** `normalisation.json` of a clip model. @throws SegueError `model-invalid` */
export function readClipNormalisation(directory: string | URL): Promise<ClipNormalisation> {
  return readModelJson(directory, 'normalisation.json', clipSchema);
}

/** `normalisation.json` of the song networks. @throws SegueError `model-invalid` */
export function readSongNormalisation(directory: string | URL): Promise<SongNormalisation> {
  return readModelJson(directory, 'normalisation.json', songSchema);
}

/** `normalisation.json` of a sequence model. @throws SegueError `model-invalid` */
export function readSequenceNormalisation(directory: string | URL): Promise<SequenceNormalisation> {
  return readModelJson(directory, 'normalisation.json', sequenceSchema);
}
