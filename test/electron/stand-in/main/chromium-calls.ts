import { createBirpc } from 'birpc';
import type { ChromiumCalls, MainCalls } from '../channel.ts';

/** Filled by those modules that own what is called. */
export const mainCalls = {} as MainCalls;

/** Chromium, in the process that started this one. */
export const chromium = createBirpc<ChromiumCalls, MainCalls>(mainCalls, {
  post: (message) => process.send?.(message),
  on: (receive) => process.on('message', receive),
  timeout: -1,
});

// Without Chromium there is no app.
process.once('disconnect', () => process.exit(0));
