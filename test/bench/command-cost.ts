import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const RUN_MEASURED = fileURLToPath(new URL('./run-measured.ts', import.meta.url));
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

export interface CommandCost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

export interface SegueCost extends CommandCost {
  readonly peakMemoryBytes: number;
  readonly output: string;
}

/** Runs Segue's command line in a process of its own and measures all of it, start-up and workers included. */
export async function measureSegue(args: readonly string[]): Promise<SegueCost> {
  const start = performance.now();
  const { stdout, stderr } = await run(process.execPath, [RUN_MEASURED, ...args], {
    maxBuffer: OUTPUT_LIMIT_BYTES,
  });
  const cost = JSON.parse(stderr.trim().split('\n').at(-1)!) as {
    cpuSeconds: number;
    peakMemoryBytes: number;
  };
  return { ...cost, wallSeconds: (performance.now() - start) / 1000, output: stdout };
}

/** What `ffmpeg -i FILE -f null -`, which decodes and throws the samples away, costs for all files one after another. */
export async function measureFfmpegDecode(files: readonly string[]): Promise<CommandCost> {
  const start = performance.now();
  const decodeAll = 'for f; do ffmpeg -nostdin -v error -i "$f" -f null -; done; times';
  const { stdout } = await run('sh', ['-c', decodeAll, 'sh', ...files], { maxBuffer: OUTPUT_LIMIT_BYTES });
  // `times` prints user and system time of the shell, then of its children: `0m0.01s 0m0.00s`.
  const ofChildren = stdout.trim().split('\n').at(-1)!;
  const cpuSeconds = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { cpuSeconds, wallSeconds: (performance.now() - start) / 1000 };
}

export async function hasFfmpeg(): Promise<boolean> {
  return run('ffmpeg', ['-version']).then(
    () => true,
    () => false,
  );
}
