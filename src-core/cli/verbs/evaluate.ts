import { type Command, Option } from 'commander';
import { evaluateQueueOnRatings } from '../../service/evaluate-queue/evaluate-queue-on-ratings.ts';
import { jsonOption, wholeNumberFrom } from '../options.ts';
import { writePlot } from '../../service/evaluate-queue/plot-evaluation.ts';
import { printEvaluation } from '../print-evaluation.ts';
import { printJson } from '../print.ts';

interface EvaluateOptions {
  readonly labels: string;
  readonly audio?: string;
  readonly dataset?: string;
  readonly seeds: number;
  readonly plot?: string;
  readonly json?: true;
}

export function addEvaluate(program: Command): void {
  const evaluate = program.command('evaluate').description('measure Segue on ratings by people');
  evaluate
    .command('queue')
    .description('play queues over tracks that people have rated, and score them on these ratings')
    .requiredOption(
      '--labels <file>',
      'CSV with file, arousal, valence; also id, group, genre, dataset, label, fold',
    )
    .option('--audio <folder>', 'what the column "file" is relative to (default: the folder of the table)')
    .option('--dataset <name>', 'only the lines of this dataset')
    .addOption(
      new Option('--seeds <n>', 'queues that each policy plays')
        .argParser(wholeNumberFrom(1, 10_000))
        .default(100),
    )
    .option('--plot <file>', 'draw the result as well (SVG)')
    .addOption(jsonOption())
    .action(async ({ labels, audio, dataset, seeds, plot, json }: EvaluateOptions) => {
      const onStage = (line: string): void => {
        if (process.stderr.isTTY) process.stderr.write(`segue: ${line}\n`);
      };
      const evaluation = await evaluateQueueOnRatings({
        labelsPath: labels,
        seeds,
        onStage,
        ...(audio === undefined ? {} : { audioFolder: audio }),
        ...(dataset === undefined ? {} : { dataset }),
      });
      if (plot !== undefined) await writePlot(plot, evaluation);
      if (json) printJson(evaluation);
      else printEvaluation(evaluation);
    });
}
