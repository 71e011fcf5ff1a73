import { describe, expect, it } from 'vitest';
import { commandOf, GLOBAL_KEYS, keysShown } from '../../../renderer/state/global-keys.ts';

const press = (
  key: string,
  held: { shift?: boolean; control?: boolean; alt?: boolean; meta?: boolean } = {},
) =>
  commandOf({
    key,
    shiftKey: held.shift ?? false,
    ctrlKey: held.control ?? false,
    altKey: held.alt ?? false,
    metaKey: held.meta ?? false,
  });

describe('keys that do something from anywhere', () => {
  it('do what the list says of them', () => {
    for (const own of GLOBAL_KEYS) {
      const key = own.shift ? own.key.toUpperCase() : own.key;
      expect(press(key, { shift: own.shift ?? false, control: own.control ?? false })).toBe(own.command);
    }
  });

  it('find signs wherever they lie on the keyboard', () => {
    expect(press('?', { shift: true })).toBe('shortcuts');
    expect(press('/', { shift: true })).toBe('search');
    expect(press('+', { shift: true })).toBe('volume-up');
  });

  it('leave to others what is not theirs', () => {
    expect(press('n')).toBeNull();
    expect(press('N', { shift: true })).toBe('next');
    expect(press('m', { control: true })).toBeNull();
    expect(press('k', { alt: true })).toBeNull();
    expect(press('f', { meta: true })).toBe('search');
    expect(press('x')).toBeNull();
  });

  it('are shown as they are printed on the keyboard', () => {
    const shown = (command: string, isMac = false) =>
      GLOBAL_KEYS.filter((own) => own.command === command).map((own) => keysShown(own, isMac));
    expect(shown('play-pause')).toEqual([['Space'], ['K']]);
    expect(shown('next')).toEqual([['Shift', 'N']]);
    expect(shown('undo', true)).toEqual([['⌘', 'Z']]);
  });
});
