import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src-core/cli/main.ts', import.meta.url));
const START = fileURLToPath(new URL('../../src-core/cli/start.ts', import.meta.url));
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `segue` as a person or another program does, in a process of its own. */
export function runSegue(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, maxBuffer: OUTPUT_LIMIT_BYTES };
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      // A program that a signal ended has no exit code; a test that meets that must see it.
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : NaN;
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** Every line of JSON that a command printed. */
export function jsonLines(stdout: string): unknown[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** A program that serves the player, once it has said where. */
export interface Serving {
  readonly url: string;
  readonly pid: number;
  /** Asks it to end, as Ctrl-C or the system does, and waits until it has. */
  readonly end: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/** Starts `segue serve` or what `npm start` runs, and waits for its address. */
export async function startServing(
  script: 'serve' | 'start',
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Serving> {
  const program = script === 'serve' ? [MAIN, 'serve'] : [START];
  const child = spawn(process.execPath, [...program, '--no-open', ...args], {
    env: { ...process.env, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ exitCode: code ?? NaN, stdout, stderr }));
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) resolve(stdout.trim());
    });
    void ended.then(() => reject(new Error(`It ended without an address: ${stderr}`)));
  });
  return {
    url: await url,
    pid: child.pid!,
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
