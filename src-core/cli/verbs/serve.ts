import type { Command } from 'commander';
import { dbOption, wholeNumberFrom } from '../options.ts';
import { runServer } from '../run-server.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('open the player in the browser; it is served to this computer alone')
    .argument('[folder...]', 'folders to add to the library')
    .option('--port <n>', 'where to serve (default: 4774, or any that is free)', wholeNumberFrom(0, 65_535))
    .option('--no-open', 'only print the address')
    .addOption(dbOption())
    .action(async (folders: string[], options: { db?: string; port?: number; open: boolean }) => {
      await runServer({ dbPath: options.db, folders, port: options.port, isOpened: options.open });
    });
}
