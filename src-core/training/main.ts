import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineCommand, runMain } from 'citty';
import { SegueError, toSegueError } from '../contract/errors.ts';
import { trainClip } from './clip/train-clip.ts';
import { writeModelsReadme } from './report/models-readme.ts';
import { currentCommit } from './report/provenance.ts';
import { consoleProgress } from './run/progress.ts';
import type { TrainingOptions } from './run/training-options.ts';
import { trainSequence } from './sequence/train-sequence.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

const command = defineCommand({
  meta: { name: 'train', description: 'Trains the models that come with Segue, from the data folder.' },
  args: {
    model: { type: 'positional', description: 'clip, sequence or all', required: true },
    recipe: { type: 'string', description: 'paper or segue', default: 'segue' },
    data: { type: 'string', description: 'the data folder', default: join(REPOSITORY, '../shared/data') },
    out: {
      type: 'string',
      description: 'where models are written',
      default: join(REPOSITORY, 'resources/models'),
    },
    cache: {
      type: 'string',
      description: 'features and checkpoints',
      default: join(REPOSITORY, '.cache/training'),
    },
    seed: { type: 'string', description: 'a whole number', default: '1' },
    epochs: { type: 'string', description: "instead of the recipe's greatest number of epochs" },
    resume: { type: 'boolean', description: 'go on where a run was cut off', default: false },
  },
  run: async ({ args }) => {
    const progress = consoleProgress();
    try {
      await train(args.model, {
        recipe: oneOf('--recipe', args.recipe, ['paper', 'segue'] as const),
        dataFolder: existingFolder(resolve(args.data)),
        outFolder: resolve(args.out),
        cacheFolder: resolve(args.cache),
        seed: wholeNumber('--seed', args.seed),
        ...(args.epochs === undefined
          ? {}
          : { maxEpochs: Math.max(1, wholeNumber('--epochs', args.epochs)) }),
        resume: args.resume,
        date: new Date().toISOString().slice(0, 10),
        commit: await currentCommit(REPOSITORY),
        clock: () => performance.now(),
        progress,
      });
    } catch (thrown) {
      const error = toSegueError(thrown);
      progress.end();
      process.stderr.write(`${error.message}\n`);
      if (error.code === 'internal') process.stderr.write(`${String(error.stack)}\n`);
      process.exitCode = error.code === 'usage' ? 2 : 1;
    }
  },
});

async function train(model: string, options: TrainingOptions): Promise<void> {
  const which = oneOf('The model', model, ['clip', 'sequence', 'all'] as const);
  if (which !== 'sequence') await trainClip(options);
  if (which !== 'clip') await trainSequence(options);
  await writeModelsReadme(options.outFolder);
  options.progress.say(`Written to ${options.outFolder}.`);
}

function oneOf<const T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice === value);
  if (found === undefined)
    throw new SegueError('usage', `${what} is one of ${allowed.join(', ')}, not "${value}".`);
  return found;
}

function wholeNumber(what: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new SegueError('usage', `${what} takes a whole number, not "${value}".`);
  return Number(value);
}

function existingFolder(path: string): string {
  if (existsSync(path)) return path;
  throw new SegueError('not-found', `There is no data folder at ${path}; name it with --data.`, { path });
}

await runMain(command);
