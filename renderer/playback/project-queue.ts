import type { Queue, QueueEntry } from '../../src-core/contract/api/index.ts';

/** What plays after the current entry, as far as the queue knows now. */
export function nextEntry(queue: Queue): QueueEntry | null {
  if (queue.repeat === 'one' && queue.current) return queue.current;
  return queue.upcoming[0] ?? null;
}

/**
 * The queue as it will be once the core has heard that the current entry is over. The music does not wait for the answer,
 * and goes on by this even while the core is away.
 */
export function advanced(queue: Queue, reason: 'finished' | 'skipped' | 'failed'): Queue {
  if (!queue.current || (queue.repeat === 'one' && reason === 'finished')) return queue;
  const [current = null, ...upcoming] = queue.upcoming;
  return { ...queue, history: [...queue.history, queue.current], current, upcoming };
}
