import type { Channel } from '../../src-core/contract/api/index.ts';

/** Both ends of a channel within one process, which copies messages as a border between processes would. */
export function channelPair(): [Channel, Channel] {
  const receivers: (((message: unknown) => void) | undefined)[] = [];
  const end = (own: 0 | 1): Channel => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => receivers[1 - own]?.(copy));
    },
    listen: (receive) => {
      receivers[own] = receive;
    },
  });
  return [end(0), end(1)];
}
