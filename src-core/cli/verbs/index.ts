import type { Command } from 'commander';
import { indexIntoLibrary } from '../../service/index-into-library.ts';
import { IndexProgressBar } from '../index-progress-bar.ts';
import { abortOnInterrupt, EXIT_INTERRUPTED } from '../interrupt.ts';
import { notice } from '../notice.ts';
import { dbOption, jsonOption, workersOption } from '../options.ts';
import { printJson } from '../print.ts';
import { printIndexSummary } from '../print-index-summary.ts';

export function addIndex(program: Command): void {
  program
    .command('index')
    .description('bring the library up to date with folders of music')
    .argument('<folder...>', 'folders; all that lies below them belongs to the library')
    .option('--retry', 'also try files again that failed before')
    .addOption(workersOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(
      async (folders: string[], options: { db?: string; workers?: number; retry?: true; json?: true }) => {
        const bar = new IndexProgressBar();
        const summary = await indexIntoLibrary(folders, {
          dbPath: options.db,
          workers: options.workers,
          retryFailed: options.retry ?? false,
          signal: abortOnInterrupt(),
          onProgress: (progress) => bar.show(progress),
          onNotice: notice,
        }).finally(() => bar.stop());
        const { interrupted, ...figures } = summary;
        if (interrupted) process.exitCode = EXIT_INTERRUPTED;
        if (options.json) printJson(figures);
        else printIndexSummary(summary);
      },
    );
}
