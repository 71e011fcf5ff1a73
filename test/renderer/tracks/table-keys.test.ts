import { expect, test } from 'vitest';
import { tableKey } from '../../../renderer/tracks/table-keys.ts';

const press = (keys: string, isInButton = false) => {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.includes(name);
  const event = {
    key: parts.at(-1) === 'Space' ? ' ' : parts.at(-1)!,
    shiftKey: has('Shift'),
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    altKey: has('Alt'),
  };
  return tableKey(event, { isInButton });
};

test.each([
  ['ArrowDown', { kind: 'go', to: 'down', select: 'only' }],
  ['Shift+End', { kind: 'go', to: 'end', select: 'extend' }],
  ['Ctrl+ArrowUp', { kind: 'go', to: 'up', select: 'keep' }],
  ['Alt+ArrowUp', { kind: 'move', to: 'up' }],
  ['Alt+Home', null],
  ['Ctrl+Space', { kind: 'toggle' }],
  ['Meta+a', { kind: 'all' }],
  ['Shift+F10', { kind: 'menu' }],
  ['ContextMenu', { kind: 'menu' }],
  ['Enter', { kind: 'play' }],
  ['Delete', { kind: 'remove' }],
  ['Escape', { kind: 'clear' }],
  // These are the player's own, wherever the focus is.
  ['Space', null],
  ['ArrowLeft', null],
  ['m', null],
  ['F10', null],
])('%s', (keys, action) => {
  expect(press(keys)).toEqual(action);
});

test('Enter is left to a button that has the focus', () => {
  expect(press('Enter', true)).toBeNull();
});
