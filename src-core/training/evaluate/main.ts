import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { defaultWorkers } from '../run/fit-ahead.ts';
import { consoleProgress } from '../run/progress.ts';
import { runProgram } from '../run/run-program.ts';
import { clipCommand } from './clip-command.ts';
import { sequenceCommand } from './sequence-command.ts';
import type { EvaluationSurroundings } from './surroundings.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

const surroundings: EvaluationSurroundings = {
  dataFolder: join(REPOSITORY, '../shared/data'),
  modelsFolder: join(REPOSITORY, 'resources/models'),
  cacheFolder: join(REPOSITORY, '.cache/training'),
  workers: defaultWorkers(),
  progress: consoleProgress(),
  warn: (line) => void process.stderr.write(`${line}\n`),
  print: (text) => void process.stdout.write(`${text}\n`),
};

const program = new Command('evaluate')
  .description('Scores the models, each with what it has to beat.')
  .addCommand(clipCommand(surroundings))
  .addCommand(sequenceCommand(surroundings));

await runProgram(program, surroundings.progress);
