import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildKernel } from '../../../src-core/emotion/kernel/build.ts';

test('the checked-in kernel.wasm is what its source compiles to', async () => {
  const checkedIn = await readFile(new URL('../../../src-core/emotion/kernel/kernel.wasm', import.meta.url));
  expect(Buffer.from(await buildKernel()).equals(checkedIn)).toBe(true);
});
