import { DEMO_MUSIC } from '../service/demo-music.ts';
import { indexIntoLibrary } from '../service/index-into-library.ts';
import { lineUpFromLibrary } from '../service/line-up-from-library.ts';
import { firstTrackBelow, readFolders } from '../service/read-library.ts';
import { IndexProgressBar } from './index-progress-bar.ts';
import { abortOnInterrupt, EXIT_INTERRUPTED } from './interrupt.ts';
import { notice } from './notice.ts';
import { printIndexSummary } from './print-index-summary.ts';
import { printLine } from './print.ts';
import { printLineUp } from './print-line-up.ts';

const TRACKS_TO_LINE_UP = 10;

/**
 * Indexes the given folders, else those the library knows, else the demo library, and prints what would play from their first track on.
 */
export async function startListening(given: string[]): Promise<void> {
  const folders = given.length > 0 ? given : foldersToStartWith();
  const bar = new IndexProgressBar();
  const summary = await indexIntoLibrary(folders, {
    dbPath: undefined,
    workers: undefined,
    retryFailed: false,
    signal: abortOnInterrupt(),
    onProgress: (progress) => bar.show(progress),
    onNotice: notice,
  }).finally(() => bar.stop());
  printIndexSummary(summary);
  if (summary.interrupted) {
    process.exitCode = EXIT_INTERRUPTED;
    return;
  }
  const from = firstTrackBelow(undefined, folders);
  if (from === null) {
    printLine('There is no music there that could be heard. Give folders after --: npm start -- ~/Music');
    return;
  }
  const options = { count: TRACKS_TO_LINE_UP, seed: 0, target: null, strict: false, onNotice: notice };
  printLine('');
  printLineUp(await lineUpFromLibrary(undefined, from, options), options.count);
}

function foldersToStartWith(): string[] {
  const known = readFolders(undefined);
  if (known.length > 0) return known;
  printLine('No folder given: starting with the demo library. For your own: npm start -- ~/Music');
  return [DEMO_MUSIC];
}
