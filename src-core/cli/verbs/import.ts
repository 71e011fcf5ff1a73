import { InvalidArgumentError, type Command } from 'commander';
import { importIntoLibrary, type ImportSummary, type MovedFolder } from '../../service/backup-of-library.ts';
import { notice } from '../notice.ts';
import { dbOption, jsonOption } from '../options.ts';
import { countOf, printable, printJson, printLine } from '../print.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('add what a backup holds to the library; nothing that is there is lost or replaced')
    .argument('<file>', 'what "segue export" wrote')
    .option('--map <old=new>', 'a folder that lies elsewhere now (may be repeated)', addMoved, [])
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (file: string, options: { db?: string; json?: true; map: MovedFolder[] }) => {
      const summary = await importIntoLibrary(options.db, file, options.map, notice);
      if (options.json) printJson(summary);
      else printSummary(summary);
    });
}

function addMoved(text: string, before: readonly MovedFolder[]): MovedFolder[] {
  const [from, to, ...rest] = text.split('=');
  if (!from || !to || rest.length > 0) {
    throw new InvalidArgumentError(
      'Give the old and the new place as OLD=NEW, such as /media/old=/home/me/Music.',
    );
  }
  return [...before, { from, to }];
}

function printSummary(summary: ImportSummary): void {
  const { playlists, plays, settings, curves, queue, awaitedTracks } = summary;
  const parts = [countOf(playlists, 'playlist'), countOf(plays, 'play'), countOf(curves, 'curve')];
  parts.push(countOf(settings, 'setting'), ...(queue ? ['the queue'] : []));
  printLine(`New here: ${parts.join(', ')}.`);
  if (awaitedTracks > 0) {
    printLine(`${countOf(awaitedTracks, 'track')} will be recognised when "segue index" meets their files.`);
  }
  for (const folder of summary.foldersAdded) printLine(`Joined the library: ${printable(folder)}`);
  for (const folder of summary.foldersAway) {
    printLine(`Not on this computer: ${printable(folder)} (say where it lies now with --map)`);
  }
}
