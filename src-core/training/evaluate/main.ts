import { join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { toSegueError } from '../../contract/errors.ts';
import { defaultWorkers } from '../run/fit-ahead.ts';
import { consoleProgress } from '../run/progress.ts';
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
for (const command of [program, ...program.commands]) {
  command.exitOverride().configureOutput({ outputError: () => undefined });
}

try {
  await program.parseAsync();
} catch (thrown) {
  surroundings.progress.end();
  if (!(thrown instanceof CommanderError)) {
    const error = toSegueError(thrown);
    process.stderr.write(`${error.code === 'internal' ? String(error.stack) : error.message}\n`);
    process.exitCode = 1;
  } else if (thrown.exitCode !== 0) {
    // Where a command is missing, its help has been printed and there is nothing to add.
    const message = thrown.message.replace(/^error: /, '').replaceAll('\n', ' ');
    if (thrown.code !== 'commander.help') process.stderr.write(`${message}\n`);
    process.exitCode = 2;
  }
}
