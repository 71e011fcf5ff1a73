import { EVENTS, type SegueEvents } from '../../src-core/contract/api/index.ts';

/** Every event, passed over. */
export const NO_EVENTS = Object.fromEntries(
  Object.keys(EVENTS).map((name) => [name, () => undefined]),
) as unknown as SegueEvents;
