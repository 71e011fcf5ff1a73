import { type Command, CommanderError } from 'commander';
import { toSegueError } from '../../contract/errors.ts';
import type { Progress } from './progress.ts';

/**
 * Runs a program of this process's arguments. What fails is said in one line on standard error, the program's own faults
 * with all that is known of them; the exit code is then 1, or 2 for wrong usage.
 */
export async function runProgram(program: Command, progress: Progress): Promise<void> {
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => undefined });
  }
  try {
    await program.parseAsync();
  } catch (thrown) {
    progress.end();
    if (thrown instanceof CommanderError) complainOfUsage(thrown);
    else {
      const error = toSegueError(thrown);
      process.stderr.write(`${error.code === 'internal' ? String(error.stack) : error.message}\n`);
      process.exitCode = 1;
    }
  }
}

function complainOfUsage({ code, exitCode, message }: CommanderError): void {
  if (exitCode === 0) return;
  process.exitCode = 2;
  // Where a command is missing, its help has been printed and there is nothing to add.
  if (code === 'commander.help') return;
  process.stderr.write(`${message.replace(/^error: /, '').replaceAll('\n', ' ')}\n`);
}
