import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { SegueError } from '../contract/errors.ts';
import { trainClip } from './clip/train-clip.ts';
import { writeModelsReadme } from './report/models-readme.ts';
import { currentCommit } from './report/provenance.ts';
import { defaultWorkers } from './run/fit-ahead.ts';
import { consoleProgress } from './run/progress.ts';
import { runProgram } from './run/run-program.ts';
import type { TrainingOptions } from './run/training-options.ts';
import { trainSequence } from './sequence/train-sequence.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const progress = consoleProgress();

const program = new Command('train')
  .description('Trains the models that come with Segue, from the data folder.')
  .addArgument(new Argument('<model>', 'which to train').choices(['clip', 'sequence', 'all'] as const))
  .addOption(
    new Option('--recipe <name>', 'how').choices(['paper', 'segue'] as const).default('segue' as const),
  )
  .option('--data <folder>', 'the data folder', join(REPOSITORY, '../shared/data'))
  .option('--out <folder>', 'where models are written', join(REPOSITORY, 'resources/models'))
  .option('--cache <folder>', 'features and checkpoints', join(REPOSITORY, '.cache/training'))
  .option('--seed <n>', 'a whole number', wholeNumber, 1)
  .option('--epochs <n>', "instead of the recipe's greatest number of epochs", wholeNumber)
  .option('--resume', 'go on where a run was cut off', false)
  .option('--workers <n>', 'threads to fit in', wholeNumber, defaultWorkers())
  .action(async (model: 'clip' | 'sequence' | 'all', options: Options) => {
    await train(model, {
      recipe: options.recipe,
      dataFolder: existingFolder(resolve(options.data)),
      outFolder: resolve(options.out),
      cacheFolder: resolve(options.cache),
      seed: options.seed,
      ...(options.epochs === undefined ? {} : { maxEpochs: Math.max(1, options.epochs) }),
      resume: options.resume,
      workers: Math.max(1, options.workers),
      date: new Date().toISOString().slice(0, 10),
      commit: await currentCommit(REPOSITORY),
      clock: () => performance.now(),
      progress,
    });
  });

interface Options {
  readonly recipe: 'paper' | 'segue';
  readonly data: string;
  readonly out: string;
  readonly cache: string;
  readonly seed: number;
  readonly epochs?: number;
  readonly resume: boolean;
  readonly workers: number;
}

async function train(model: 'clip' | 'sequence' | 'all', options: TrainingOptions): Promise<void> {
  if (model !== 'sequence') await trainClip(options);
  if (model !== 'clip') await trainSequence(options);
  await writeModelsReadme(options.outFolder);
  options.progress.say(`Written to ${options.outFolder}.`);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function existingFolder(path: string): string {
  if (existsSync(path)) return path;
  throw new SegueError('not-found', `There is no data folder at ${path}; name it with --data.`, { path });
}

await runProgram(program, progress);
