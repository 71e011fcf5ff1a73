import { type Channel } from '../../src-core/contract/api/index.ts';
import { channelPair } from '../support/channel-pair.ts';
import type { SimulatedClock } from './simulated-clock.ts';

/** Both ends of a line on which every message takes its time, as between processes that have other things to do. */
export function delayedChannelPair(clock: SimulatedClock, delayMs: number): [Channel, Channel] {
  const delayed = (end: Channel): Channel => ({
    post: end.post,
    listen: (receive) => end.listen((message) => clock.after(delayMs, () => receive(message))),
  });
  const [here, there] = channelPair();
  return [delayed(here), delayed(there)];
}
