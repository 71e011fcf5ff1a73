import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readWindowState, writeWindowState } from '../../../electron/main/window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'segue-window-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was kept is read again', () => {
  const path = join(folder, 'new', 'window.json');
  const state = { bounds: { x: -10, y: 20, width: 900, height: 700 }, isMaximized: true };
  writeWindowState(path, state);
  expect(readWindowState(path)).toEqual(state);
});

test.each([
  ['broken', '{"bounds":'],
  ['of another shape', '{"bounds":{"x":1}}'],
  ['out of all bounds', '{"bounds":{"x":1e9,"y":0,"width":800,"height":600},"isMaximized":false}'],
  ['without a size', '{"bounds":{"x":0,"y":0,"width":0,"height":600},"isMaximized":false}'],
])('a file that is %s counts as none', (_how, text) => {
  const path = join(folder, 'window.json');
  writeFileSync(path, text);
  expect(readWindowState(path)).toBeNull();
});

test('a place that cannot be written to is no error', () => {
  writeFileSync(join(folder, 'a-file'), '');
  const state = { bounds: { x: 0, y: 0, width: 800, height: 600 }, isMaximized: false };
  expect(() => writeWindowState(join(folder, 'a-file', 'window.json'), state)).not.toThrow();
});
