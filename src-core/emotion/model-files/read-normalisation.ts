import * as v from 'valibot';
import { HEARD_BANDS } from '../hearing/audible-levels.ts';
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
    smoothingReach: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
    uncertaintyScale: v.object({ arousal: positive, valence: positive }),
  }),
  v.check(
    ({ mean, standardDeviation }) => mean.length === standardDeviation.length,
    'mean and standardDeviation differ in length',
  ),
);

const sequenceSchema: v.GenericSchema<unknown, SequenceNormalisation> = v.pipe(
  v.object({
    history: steps,
    horizon: steps,
    forecastSteps: steps,
    input: v.picklist(['level', 'offset', 'level-and-offset']),
    inputScale: positive,
    predicts: v.picklist(['change', 'level']),
    outputScale: positive,
    spread: v.exactOptional(v.object({ arousal: v.array(positive), valence: v.array(positive) })),
  }),
  v.check(
    ({ spread, forecastSteps }) =>
      spread === undefined ||
      (spread.arousal.length === forecastSteps && spread.valence.length === forecastSteps),
    'spread does not hold one number for every step of the forecast',
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
