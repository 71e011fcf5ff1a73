import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export interface Memory {
  /** Of this thread: objects, and the buffers that they hold. What is no longer reachable does not count. */
  readonly heapBytes: number;
  /** Of the whole process, worker threads and SQLite included, as the system has it. */
  readonly residentBytes: number;
}

export function measureMemory(): Memory {
  // The first one runs finalisers, whose leavings the next ones find.
  for (let i = 0; i < 4; i++) collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heapBytes: heapUsed + external, residentBytes: rss };
}
