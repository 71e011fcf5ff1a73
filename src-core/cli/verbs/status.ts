import type { Command } from 'commander';
import { type LibraryStatus, readStatus } from '../../service/read-library.ts';
import { dbOption, jsonOption } from '../options.ts';
import { countOf, formatDuration, printable, printJson, printLine } from '../print.ts';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('the library in figures')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((options: { db?: string; json?: true }) => {
      const status = readStatus(options.db);
      if (options.json) printJson(status);
      else printStatus(status);
    });
}

function printStatus(status: LibraryStatus): void {
  const { tracks, withCurve, pending, failed, skipped, missing, durationSeconds } = status;
  for (const folder of status.folders) {
    printLine(
      `${printable(folder.path)}${folder.scannedAtMs === null ? ' (not scanned to its end yet)' : ''}`,
    );
  }
  printLine(
    `${countOf(tracks, 'track')}, ${formatDuration(durationSeconds)} in all; ${withCurve} with a curve.`,
  );
  if (pending > 0) printLine(`${countOf(pending, 'track')} still to analyse: "segue index" carries on.`);
  if (missing > 0)
    printLine(`${countOf(missing, 'track')} missing from where they were; their curves are kept.`);
  if (failed + skipped > 0) {
    printLine(`${countOf(failed, 'file')} failed and ${skipped} skipped: "segue errors" tells why.`);
  }
}
