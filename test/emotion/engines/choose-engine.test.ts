import util from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { chooseEngine, supplyIsNullOrUndefined } from '../../../src-core/emotion/engines/choose-engine.ts';

test.each([undefined, '', 'wasm'])('SEGUE_ENGINE=%s is the built-in engine, without a word', async (wish) => {
  const { engine, notice } = await chooseEngine(wish);
  expect([engine.name, notice]).toEqual(['wasm', null]);
});

test('tfjs-node is used where it loads', async () => {
  const { engine, notice } = await chooseEngine('tfjs-node', () => Promise.resolve(tf));
  expect([engine.name, notice]).toEqual(['tfjs-node', null]);
});

test('where tfjs-node cannot load, one line says why and wasm is used', async () => {
  const { engine, notice } = await chooseEngine('tfjs-node', () =>
    Promise.reject(new Error('The specified module could not be found.\n  at somewhere')),
  );
  expect(engine.name).toBe('wasm');
  expect(notice).toBe(
    '@tensorflow/tfjs-node cannot be loaded (The specified module could not be found.); ' +
      'using the built-in wasm engine instead.',
  );
});

test('where tfjs-node is not installed, the line names it', async () => {
  const { engine, notice } = await chooseEngine('tfjs-node');
  if (engine.name === 'tfjs-node') expect(notice).toBeNull();
  else expect(notice).toMatch(/^@tensorflow\/tfjs-node cannot be loaded \([^\n]+\); using[^\n]+$/);
});

test('an unknown engine is named, and wasm is used', async () => {
  const { engine, notice } = await chooseEngine('cuda');
  expect(engine.name).toBe('wasm');
  expect(notice).toContain('"cuda"');
});

test('supplies the function that tfjs-node expects of node:util', () => {
  supplyIsNullOrUndefined();
  const { isNullOrUndefined } = util as unknown as { isNullOrUndefined: (value: unknown) => boolean };
  expect([null, undefined, 0, ''].map(isNullOrUndefined)).toEqual([true, true, false, false]);
});
