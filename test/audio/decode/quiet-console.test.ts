import { expect, test } from 'vitest';

const said: unknown[][] = [];
const console = globalThis.console as unknown as Record<string, (...words: unknown[]) => void>;
for (const method of ['log', 'warn', 'error'])
  console[method] = (...words) => void said.push([method, ...words]);
const { quietly } = await import('../../../src-core/audio/decode/quiet-console.ts');

test('what is said within is dropped, and what is said outside is not', async () => {
  const answer = await quietly(async () => {
    console.error('a frame is damaged');
    await Promise.resolve();
    console.log('another one');
    return 42;
  });
  expect(answer).toBe(42);
  console.warn('for the user', 7);
  expect(said).toEqual([['warn', 'for the user', 7]]);
});

test('is quiet for its own work alone', async () => {
  said.length = 0;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const work = quietly(async () => {
    await promise;
    console.error('inside');
  });
  console.error('outside, meanwhile');
  resolve(undefined);
  await work;
  expect(said).toEqual([['error', 'outside, meanwhile']]);
});

test('a loop that complains for ever is ended', () => {
  const run = () =>
    quietly(() => {
      for (;;) console.error('resync failed');
    });
  expect(run).toThrow('the decoder repeats itself: resync failed');
});
