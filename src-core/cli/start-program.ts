import { Command } from 'commander';
import { runProgram } from './run-program.ts';
import { startListening } from './start-listening.ts';

const program = new Command('segue start')
  .description('Index folders of music, the demo library where none is known yet, and line up what to hear.')
  .argument('[folder...]', 'folders of music')
  .action(startListening);

process.exitCode = await runProgram(program, process.argv.slice(2));
