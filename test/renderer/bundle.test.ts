import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findPage } from '../../src-core/server/find-page.ts';

const MOST_BYTES = 350_000;

it.skipIf(!findPage().isBuilt)(
  'is small enough to be there at once: scripts, styles and page, as they are sent',
  () => {
    const { folder } = findPage();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => /\.(js|css|html)$/.test(file));
    expect(code.some((file) => file.endsWith('.js'))).toBe(true);
    const bytes = code.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  },
);
