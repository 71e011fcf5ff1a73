import type { Command } from 'commander';
import { HOP_SECONDS, type TrackAnalysis } from '../../contract/analysis.ts';
import { toSegueError } from '../../contract/errors.ts';
import { AnalysisPool } from '../../library/analysis-pool.ts';
import { engineNotice } from '../../service/engine-notice.ts';
import { notice } from '../notice.ts';
import { jsonOption, workersOption } from '../options.ts';
import { formatDuration, printable, printJson, printLine } from '../print.ts';

/** Files in hand for each worker: enough that none waits for the file whose line comes next. */
const FILES_AHEAD_PER_WORKER = 4;

type Outcome = { path: string } & ({ analysis: TrackAnalysis } | { error: ReturnType<typeof toSegueError> });

export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('measure files without touching the library: curve, loudness, length')
    .argument('<file...>', 'audio files')
    .addOption(workersOption())
    .addOption(jsonOption())
    .action(async (files: string[], options: { workers?: number; json?: true }) => {
      const engine = await engineNotice();
      if (engine !== null) notice(engine);
      const pool = new AnalysisPool(options.workers === undefined ? {} : { workers: options.workers });
      try {
        for await (const outcome of analyseInOrder(files, pool)) {
          if ('error' in outcome) process.exitCode = 1;
          if (options.json) printJson(toJson(outcome));
          else printLine(describe(outcome));
        }
      } finally {
        await pool.close();
      }
    });
}

async function* analyseInOrder(files: readonly string[], pool: AnalysisPool): AsyncGenerator<Outcome> {
  const underWay: Promise<Outcome>[] = [];
  for (const path of files) {
    underWay.push(
      pool.analyse(path).then(
        (analysis) => ({ path, analysis }),
        (error: unknown) => ({ path, error: toSegueError(error, 'internal', path) }),
      ),
    );
    if (underWay.length >= pool.workers * FILES_AHEAD_PER_WORKER) yield (await underWay.shift())!;
  }
  while (underWay.length > 0) yield (await underWay.shift())!;
}

function toJson(outcome: Outcome): object {
  const { path } = outcome;
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { path, error: { code, message } };
  }
  const { durationSeconds, modelVersion, loudnessLufs, curve } = outcome.analysis;
  return {
    path,
    durationSeconds,
    hopSeconds: HOP_SECONDS,
    modelVersion,
    loudnessLufs,
    arousal: Array.from(curve.arousal, roundForPrint),
    valence: Array.from(curve.valence, roundForPrint),
  };
}

function describe(outcome: Outcome): string {
  const path = printable(outcome.path);
  if ('error' in outcome) return `${path}: ${printable(outcome.error.message)}`;
  const { durationSeconds, loudnessLufs, curve } = outcome.analysis;
  const loudness = loudnessLufs === null ? 'silent' : `${loudnessLufs.toFixed(1)} LUFS`;
  const mood = `arousal ${describeAxis(curve.arousal)}, valence ${describeAxis(curve.valence)}`;
  return `${path}: ${formatDuration(durationSeconds)}, ${loudness}, ${mood}`;
}

function describeAxis(values: Float32Array): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return `${mean.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

/** Five decimals: what the database keeps of a value, and short to read. */
function roundForPrint(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
