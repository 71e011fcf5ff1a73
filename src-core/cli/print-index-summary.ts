import type { IndexSummary } from '../service/index-into-library.ts';
import { countOf, formatDuration, printLine } from './print.ts';

/** What an index run did, in a few lines. */
export function printIndexSummary(summary: IndexSummary): void {
  const { added, updated, moved, unchanged, missing, failed, analysed, seconds, interrupted } = summary;
  const changes = [
    [added, 'new'],
    [updated, 'changed'],
    [moved, 'moved'],
    [unchanged, 'unchanged'],
    [missing, 'missing'],
  ] as const;
  const told = changes.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  printLine(`Tracks: ${told.length === 0 ? 'none found' : told.join(', ')}.`);
  printLine(`Analysed ${countOf(analysed, 'track')} in ${formatDuration(seconds)}.`);
  if (failed > 0) printLine(`${countOf(failed, 'file')} could not be used: "segue errors" tells why.`);
  if (interrupted) printLine('Stopped before the end; the next run carries on from here.');
}
