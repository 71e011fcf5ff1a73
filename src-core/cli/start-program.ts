import { Command } from 'commander';
import { notice } from './notice.ts';
import { runProgram } from './run-program.ts';
import { startDesktop } from './start-desktop.ts';

const program = new Command('segue start')
  .description('Open the player: in a window of its own or, where that cannot be had, in the browser.')
  .argument('[folder...]', 'folders of music to add to the library')
  .option('--no-open', 'only print the address where the player is served to the browser')
  .action(async (folders: string[], { open }: { open: boolean }) => {
    const reason = await startDesktop(folders);
    if (reason === null) return;
    notice(`${reason}, so the player opens in the browser instead.`);
    const { runServer } = await import('./run-server.ts');
    await runServer({ dbPath: undefined, folders, port: undefined, isOpened: open });
  });

process.exitCode = await runProgram(program, process.argv.slice(2));
