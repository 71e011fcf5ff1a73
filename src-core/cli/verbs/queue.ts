import { type Command, Option } from 'commander';
import type { MoodPoint } from '../../contract/mood.ts';
import { lineUpFromLibrary } from '../../service/line-up-from-library.ts';
import { notice } from '../notice.ts';
import { dbOption, jsonOption, parseMoodPoint, wholeNumberFrom } from '../options.ts';
import { printJson } from '../print.ts';
import { printLineUp } from '../print-line-up.ts';

interface QueueOptions {
  readonly from: string;
  readonly count: number;
  readonly target?: MoodPoint;
  readonly seed: number;
  readonly strict?: true;
  readonly db?: string;
  readonly json?: true;
}

export function addQueue(program: Command): void {
  program
    .command('queue')
    .description('line up what should play after a track')
    .requiredOption('--from <path>', 'the track that is playing')
    .addOption(new Option('--count <n>', 'how many tracks').argParser(wholeNumberFrom(1, 10_000)).default(10))
    .addOption(
      new Option('--target <A,V>', 'walk toward this arousal and valence, each from -1 to 1').argParser(
        parseMoodPoint,
      ),
    )
    .addOption(
      new Option('--seed <s>', 'chooses among tracks that fit equally well')
        .argParser(wholeNumberFrom(-(2 ** 31), 2 ** 31 - 1))
        .default(0),
    )
    .option('--strict', "the paper's rule: first half second within 0.05 of the predicted one on both axes")
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (options: QueueOptions) => {
      const lineUp = await lineUpFromLibrary(options.db, options.from, {
        count: options.count,
        seed: options.seed,
        target: options.target ?? null,
        strict: options.strict ?? false,
        onNotice: notice,
      });
      if (options.json) printJson({ from: lineUp.from.path, tracks: lineUp.tracks });
      else printLineUp(lineUp, options.count);
    });
}
