import { type Command, CommanderError } from 'commander';
import { toSegueError } from '../contract/errors.ts';

const EXIT_OK = 0;
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/**
 * Runs a program and returns its exit code: 0, 1 for a failure, 2 for wrong usage. Either way a failure is one line on
 * standard error; standard output carries results only.
 */
export async function runProgram(program: Command, args: readonly string[]): Promise<number> {
  endQuietlyWhenReaderLeaves();
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ outputError: () => undefined })
      .allowExcessArguments(false);
  }
  if (args.length === 0 && program.commands.length > 0) {
    const verbs = program.commands.map((command) => command.name()).join(', ');
    return complain(`name a verb: ${verbs} (${program.name()} --help tells more)`, EXIT_USAGE);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? EXIT_OK);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === EXIT_OK) return EXIT_OK;
      return complain(error.message.replace(/^error: /, ''), EXIT_USAGE);
    }
    const failure = toSegueError(error);
    return complain(failure.message, failure.code === 'usage' ? EXIT_USAGE : EXIT_FAILED);
  }
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(`segue: ${message.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`);
  return exitCode;
}

/** `segue … | head` closes our standard output early; that is no failure. */
function endQuietlyWhenReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT_OK);
    throw error;
  });
}
