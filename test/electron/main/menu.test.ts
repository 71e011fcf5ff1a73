import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { menuTemplate } from '../../../electron/main/menu.ts';
import { LINKS } from '../../../src-core/contract/links.ts';
import { MENU_COMMANDS } from '../../../src-core/contract/shell.ts';

const platforms = ['linux', 'darwin', 'win32'] as const;

function items(platform: NodeJS.Platform, withDevTools = false) {
  const run = vi.fn();
  const openLink = vi.fn();
  const flat = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  return { run, openLink, all: flat(menuTemplate({ platform, withDevTools, run, openLink })) };
}

const click = (item: MenuItemConstructorOptions) => (item.click as () => void)();

test.each(platforms)('on %s every command is there once and is run', (platform) => {
  const { all, run } = items(platform);
  all.filter((item) => item.id !== undefined).forEach(click);
  expect(run.mock.calls.flat().toSorted()).toEqual([...MENU_COMMANDS].toSorted());
});

test.each(platforms)('on %s no two items share an accelerator', (platform) => {
  const accelerators = items(platform).all.flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(accelerators).size).toBe(accelerators.length);
});

test('links open known pages only', () => {
  const { all, openLink } = items('linux');
  all.filter((item) => item.click !== undefined && item.id === undefined).forEach(click);
  expect(openLink.mock.calls.flat().toSorted()).toEqual(Object.values(LINKS).toSorted());
});

test('developer tools are offered to developers only', () => {
  const hasTools = (withDevTools: boolean) =>
    items('linux', withDevTools).all.some(({ role }) => role === 'toggleDevTools');
  expect([hasTools(true), hasTools(false)]).toEqual([true, false]);
});
