import type { MenuItemConstructorOptions } from 'electron';
import { LINKS } from '../../src-core/contract/links.ts';
import type { MenuCommand } from '../../src-core/contract/shell.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly withDevTools: boolean;
  readonly run: (command: MenuCommand) => void;
  readonly openLink: (url: string) => void;
}

/** The native menu. What it does is done by the page, as by its buttons. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = options.platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => options.run(command),
    ...(accelerator === undefined ? null : { accelerator }),
  });
  const link = (label: string, url: string): MenuItemConstructorOptions => ({
    label,
    click: () => options.openLink(url),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings = item('Settings…', 'settings', 'CmdOrCtrl+,');
  const appMenu: MenuItemConstructorOptions = {
    label: 'Segue',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: '&File',
      submenu: [
        item('Add Folder…', 'add-folder', 'CmdOrCtrl+O'),
        separator,
        ...(isMac ? [{ role: 'close' } as const] : [settings, separator, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('Now Playing', 'show-now-playing', 'CmdOrCtrl+1'),
        item('Library', 'show-library', 'CmdOrCtrl+2'),
        item('Queue', 'show-queue', 'CmdOrCtrl+3'),
        item('Folders', 'show-folders', 'CmdOrCtrl+4'),
        item('Mood Map', 'show-map', 'CmdOrCtrl+5'),
        separator,
        item('Search', 'search', 'CmdOrCtrl+F'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(options.withDevTools ? [separator, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: '&Playback',
      submenu: [
        item('Play or Pause', 'play-pause', 'CmdOrCtrl+P'),
        item('Next', 'next', 'CmdOrCtrl+Right'),
        item('Previous', 'previous', 'CmdOrCtrl+Left'),
        separator,
        item('Louder', 'volume-up', 'CmdOrCtrl+Up'),
        item('Quieter', 'volume-down', 'CmdOrCtrl+Down'),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        item('Keyboard Shortcuts', 'shortcuts'),
        separator,
        link('The Paper behind Segue', LINKS.paper),
        link('Arousal and Valence', LINKS.circumplex),
        link('Licence', LINKS.licence),
        ...(isMac ? [] : [separator, { role: 'about' } as const]),
      ],
    },
  ];
}
