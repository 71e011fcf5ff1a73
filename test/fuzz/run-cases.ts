import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answered, Asked } from './runner.ts';

export interface Finding {
  readonly number: number;
  readonly what: string;
}

export interface FuzzResult {
  readonly findings: readonly Finding[];
  /** How many cases each target had. */
  readonly cases: ReadonlyMap<string, number>;
  readonly peakBytes: number;
}

const RUNNER = fileURLToPath(new URL('./runner.ts', import.meta.url));
/** Far beyond what any case takes, on a machine that is busy with other things too. */
const PATIENCE_MS = 120_000;
const HEAP_LIMIT_MB = 512;
const MEMORY_LIMIT_BYTES = 1.2 * 1024 ** 3;

/** Runs cases in a process that is watched: one that ends, hangs or grows beyond the limit is a finding, and is replaced. */
export async function runCases(
  seed: number,
  numbers: Iterable<number>,
  onDone: (done: number) => void = () => undefined,
): Promise<FuzzResult> {
  const findings: Finding[] = [];
  const cases = new Map<string, number>();
  let peakBytes = 0;
  let done = 0;
  let runner: Runner | null = null;
  try {
    for (const number of numbers) {
      runner ??= await startRunner();
      const answer = await runner.run({ seed, number });
      if (typeof answer === 'string') {
        findings.push({ number, what: answer });
        runner.end();
        runner = null;
      } else {
        cases.set(answer.target, (cases.get(answer.target) ?? 0) + 1);
        if (answer.finding !== null) findings.push({ number, what: `${answer.target}: ${answer.finding}` });
        peakBytes = Math.max(peakBytes, answer.residentBytes);
        if (answer.residentBytes > MEMORY_LIMIT_BYTES) {
          findings.push({
            number,
            what: `${answer.target}: ${Math.round(answer.residentBytes / 1e6)} MB of memory`,
          });
          runner.end();
          runner = null;
        }
      }
      onDone(++done);
    }
  } finally {
    runner?.end();
  }
  return { findings, cases, peakBytes };
}

interface Runner {
  /** What became of a case; a text where the process did not live to tell. */
  readonly run: (asked: Asked) => Promise<Answered | string>;
  readonly end: () => void;
}

async function startRunner(): Promise<Runner> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'segue-fuzz-')));
  const child = fork(RUNNER, [folder], {
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child
    .stderr!.setEncoding('utf8')
    .on('data', (text: string) => (complaints = (complaints + text).slice(-2000)));
  const end = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = await nextAnswer(child, () => complaints);
  if (ready !== 'ready') {
    end();
    throw new Error(`The process that runs the cases did not start: ${JSON.stringify(ready)}`);
  }
  return {
    run: (asked) => {
      child.send(asked);
      return nextAnswer(child, () => complaints);
    },
    end,
  };
}

function nextAnswer(child: ChildProcess, complaints: () => string): Promise<Answered | string> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => settle('it hangs'), PATIENCE_MS);
    const onMessage = (answer: unknown): void => settle(answer as Answered);
    const onExit = (code: number | null, signal: string | null): void =>
      settle(`the process ended (${signal ?? code}): ${complaints()}`);
    function settle(result: Answered | string): void {
      clearTimeout(patience);
      child.off('message', onMessage).off('exit', onExit);
      resolve(result);
    }
    child.once('message', onMessage).once('exit', onExit);
  });
}
