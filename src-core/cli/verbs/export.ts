import type { Command } from 'commander';
import { exportLibrary } from '../../service/backup-of-library.ts';
import { dbOption, jsonOption } from '../options.ts';
import { printable, printJson, printLine } from '../print.ts';

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'write everything you made to one file: playlists, history, settings, queue, folders, curves',
    )
    .argument('<file>', 'a new file')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (file: string, options: { db?: string; json?: true }) => {
      const backup = await exportLibrary(options.db, file);
      if (options.json) printJson(backup);
      else printLine(`${printable(backup.path)}: ${(backup.sizeBytes / 1e6).toFixed(1)} MB.`);
    });
}
