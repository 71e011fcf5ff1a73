import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Arena } from '../../../src-core/audio/kernel/arena.ts';
import { buildSignalKernel } from '../../../src-core/audio/kernel/build.ts';
import { loadSignalKernel } from '../../../src-core/audio/kernel/load-kernel.ts';

test('the kernel that is checked in is what its source compiles to', async () => {
  const checkedIn = readFileSync(new URL('../../../src-core/audio/kernel/signal.wasm', import.meta.url));
  expect(Buffer.compare(Buffer.from(await buildSignalKernel()), checkedIn)).toBe(0);
});

test('an arena gives back what it took, so that the same space serves again and again', async () => {
  const kernel = await loadSignalKernel();
  const take = () => {
    const arena = new Arena(kernel);
    const addresses = Array.from({ length: 20 }, () => arena.floats(100_000));
    addresses.forEach((address) => expect(address % 16).toBe(0));
    arena.releaseAll();
    return kernel.memory.buffer.byteLength;
  };
  const bytes = take();
  for (let i = 0; i < 50; i++) expect(take()).toBe(bytes);
});

test('what is allocated is zero, also where it was used before', async () => {
  const arena = new Arena(await loadSignalKernel());
  const first = arena.floats(1000);
  arena.floatsAt(first, 1000).fill(7);
  arena.release(first);
  const second = arena.floats(1000);
  expect(arena.floatsAt(second, 1000).every((value) => value === 0)).toBe(true);
  arena.releaseAll();
});

test('memory that is not there is an error, not an address', async () => {
  const arena = new Arena(await loadSignalKernel());
  expect(() => arena.floats(2 ** 30)).toThrow(RangeError);
});
