import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { systemCodeOf, toSegueError } from '../../contract/errors.ts';
import { clipCardSchema, sequenceCardSchema, type ClipCard, type SequenceCard } from './card.ts';
import { percent } from './percent.ts';

/** Writes `README.md` beside the models: their cards in words and tables. A model that is not there is left out. */
export async function writeModelsReadme(modelsFolder: string): Promise<void> {
  const clip = await readCard(join(modelsFolder, 'clip', 'card.json'), clipCardSchema);
  const sequence = await readCard(join(modelsFolder, 'sequence', 'card.json'), sequenceCardSchema);
  await writeFile(join(modelsFolder, 'README.md'), modelsReadme(clip, sequence));
}

/** The text of the README. */
export function modelsReadme(clip: ClipCard | null, sequence: SequenceCard | null): string {
  return [
    '# The models',
    '',
    'Written by `npm run train` from the cards beside the weights; every number below stands there too.',
    '',
    ...(clip === null ? [] : clipSection(clip)),
    ...(sequence === null ? [] : sequenceSection(sequence)),
  ].join('\n');
}

function clipSection(card: ClipCard): string[] {
  return [
    ...head('Clip model', card),
    'Held-out artists, whole excerpts; ± is the standard deviation of R² over the folds.',
    '',
    ...table(
      ['model', 'data set', 'n', 'arousal R²', 'RMSE', 'r', 'CCC', 'valence R²', 'RMSE', 'r', 'CCC'],
      card.metrics.map(({ row, dataset, arousal, valence }) => [
        row,
        dataset,
        String(arousal.n),
        ...[arousal, valence].flatMap((axis) => [
          `${axis.r2.toFixed(2)} ± ${axis.r2FoldSd.toFixed(2)}`,
          axis.rmse.toFixed(3),
          axis.r.toFixed(2),
          axis.ccc.toFixed(2),
        ]),
      ]),
    ),
    '',
    ...(card.quadrants === null ? [] : [quadrantSentence(card.quadrants), '']),
    `From one half second to the next its curves move by ${card.meanAbsoluteStep.arousal.toFixed(3)} (arousal) and ` +
      `${card.meanAbsoluteStep.valence.toFixed(3)} (valence) on average; people's ratings move by about 0.007.`,
    '',
    ...(card.bandCoverage === null ? [] : [bandSentence(card.bandCoverage), '']),
    ...(card.seedSpread === null ? [] : [spreadSentence(card.seedSpread), '']),
    `A song of four minutes costs ${card.cpuSecondsPerFourMinutes.toFixed(2)} s of CPU time from its mel clips to its curve.`,
    '',
    ...limits(card),
  ];
}

function sequenceSection(card: SequenceCard): string[] {
  return [
    ...head('Sequence model', card),
    'Held-out songs; skill over persistence, `1 - MSE / MSE of repeating the last value`, in percent ± its standard ' +
      'deviation over the folds.',
    '',
    ...table(
      ['model', 'curves', ...card.horizonsSeconds.map((seconds) => `${seconds} s`)],
      card.metrics.map(({ row, curves, skill, skillFoldSd }) => [
        row,
        curves,
        ...skill.map((value, i) => `${percent(value)} ± ${percent(skillFoldSd[i])}`),
      ]),
    ),
    '',
    ...spreadTables(card),
    ...limits(card),
  ];
}

function spreadTables({ horizonsSeconds, bandCoverage, seedSpread }: SequenceCard): string[] {
  const header = ['curves', ...horizonsSeconds.map((seconds) => `${seconds} s`)];
  return [
    ...(bandCoverage.length === 0
      ? []
      : [
          'Share of the held-out outcomes within the bands that should hold 70 %, in percent.',
          '',
          ...table(
            header,
            bandCoverage.map(({ curves, share }) => [curves, ...share.map(percent)]),
          ),
          '',
        ]),
    ...(seedSpread === null
      ? []
      : [
          `Standard deviation of the skill on fold ${seedSpread.fold} over the seeds ${seedSpread.seeds.join(', ')}, in ` +
            'percent.',
          '',
          ...table(
            header,
            seedSpread.rows.map(({ curves, skillSd }) => [curves, ...skillSd.map(percent)]),
          ),
          '',
        ]),
  ];
}

function head(title: string, card: ClipCard | SequenceCard): string[] {
  const { origin } = card;
  return [
    `## ${title}`,
    '',
    `${card.purpose} ${card.architecture}; ${card.parameters} parameters.`,
    '',
    `- In: ${card.input}.`,
    `- Out: ${card.output}.`,
    `- Made by \`${origin.command}\` on ${origin.date} in ${Math.ceil(origin.trainingSeconds / 60)} minutes, ` +
      `${card.epochs} epochs.`,
    `- Split: ${card.split}`,
    '',
    ...table(
      ['data', 'n', 'used for', 'rights'],
      card.data.map(({ dataset, n, use, rights }) => [dataset, String(n), use, rights]),
    ),
    '',
  ];
}

function quadrantSentence({ dataset, n, ...shares }: NonNullable<ClipCard['quadrants']>): string {
  const rounded = (value: number): string => `${Math.round(100 * value)} %`;
  return (
    `On the ${n} excerpts of ${dataset}, held out likewise, it finds the right half of the arousal axis in ` +
    `${rounded(shares.arousal)}, of the valence axis in ${rounded(shares.valence)} and the right quadrant in ` +
    `${rounded(shares.quadrant)}.`
  );
}

function bandSentence(coverage: NonNullable<ClipCard['bandCoverage']>): string {
  const held = Object.entries(coverage).map(
    ([set, { arousal, valence }]) => `${set}: ${percent(arousal)} / ${percent(valence)} %`,
  );
  return (
    'The model says of every value how far it may be off. Its 70 % band held these shares of the held-out errors ' +
    `(arousal / valence), each fold calibrated by the others: ${held.join('; ')}.`
  );
}

function spreadSentence({ seeds, fold, rated, quadrants }: NonNullable<ClipCard['seedSpread']>): string {
  const sets = rated.map(
    ({ dataset, arousalR2, valenceR2 }) => `${dataset} ${arousalR2.toFixed(3)} / ${valenceR2.toFixed(3)}`,
  );
  const halves =
    quadrants === null
      ? []
      : [
          `4q ${quadrants.arousal.toFixed(3)} / ${quadrants.valence.toFixed(3)}, quadrant ${quadrants.quadrant.toFixed(3)}`,
        ];
  return (
    `Chance alone moves these figures: over seeds ${seeds.join(', ')} on fold ${fold} their standard deviations are ` +
    `(R² of arousal / valence; shares for 4q) ${[...sets, ...halves].join('; ')}.`
  );
}

function limits(card: ClipCard | SequenceCard): string[] {
  return ['What it cannot do:', '', ...card.limits.map((limit) => `- ${limit}`), ''];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

async function readCard<TSchema extends v.GenericSchema>(
  path: string,
  schema: TSchema,
): Promise<v.InferOutput<TSchema> | null> {
  try {
    return v.parse(schema, JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw toSegueError(error, 'model-invalid', path);
  }
}
