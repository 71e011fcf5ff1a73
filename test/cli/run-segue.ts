import { execFile } from 'node:child_process';
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
  return runScript(MAIN, args, environment);
}

/** Runs what `npm start` runs. */
export function runStart(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return runScript(START, args, environment);
}

function runScript(
  script: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, maxBuffer: OUTPUT_LIMIT_BYTES };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
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
