import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Round } from './round.ts';

export interface Child {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Resolves when it has printed a text, behind what it had printed at `from`; rejects when it ends without. */
  readonly printed: (text: string, from?: number) => Promise<void>;
  /** Resolves to the signal or code with which it ends. */
  readonly ended: Promise<string>;
  /** Resolves to the JSON that is its last line, once it has ended; rejects with what it complained of where there is none. */
  readonly result: () => Promise<unknown>;
}

/** Starts one of the programs in `children/`; it is killed with the round at the latest. */
export function startChild(round: Round, name: string, args: readonly string[]): Child {
  const script = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  round.whenOver(() => child.kill('SIGKILL'));
  let output = '';
  let complaints = '';
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    for (const look of waiting.splice(0)) look();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = once(child, 'close').then(([code, signal]) => String(signal ?? code));
  void ended.then(wake);
  return {
    process: child,
    output: () => output,
    ended,
    async result() {
      const end = await ended;
      const line = output.trim().split('\n').at(-1)!;
      if (!line.startsWith('{')) throw new Error(`It ended with ${end} at ${line.slice(-40)}: ${complaints}`);
      return JSON.parse(line) as unknown;
    },
    printed: (text, from = 0) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text, from)) resolve();
          else if (child.exitCode !== null || child.signalCode !== null)
            reject(new Error(`It ended: ${complaints}`));
          else waiting = [...waiting, look];
        };
        look();
      }),
  };
}

/** A wait in which a killed program gets to some point or other; what is tested does not depend on where. */
export function milliseconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count));
}
