import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Server {
  readonly url: string;
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** `segue serve` in a process of its own; port 0 for any that is free. */
export async function startServer(
  dbPath: string,
  port: number,
  folders: readonly string[] = [],
): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['src-core/cli/main.ts', 'serve', '--no-open', '--port', String(port), '--db', dbPath, ...folders],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { url: line, stop: (signal) => stop(child, signal) };
  }
  throw new Error(`The server ended before it served anything.\n${errors}`);
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
