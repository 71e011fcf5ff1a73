import { launchDesktop } from '../../electron/launch-desktop.ts';
import type { Host, OpenApp } from './host.ts';

/** The desktop app: its real page, preload, main and core, in Electron's stand-in or in Electron itself. */
export function desktopHost(builtFolder: () => string): Host {
  return {
    name: 'desktop',
    // The stand-in gives the app's own schemes names below localhost.
    isLocal: (url) => {
      const { protocol, hostname } = new URL(url);
      return ['app:', 'media:', 'blob:'].includes(protocol) || hostname.endsWith('.localhost');
    },
    open: async (dataFolder, onPage): Promise<OpenApp> => {
      const app = await launchDesktop(builtFolder(), dataFolder, onPage);
      const { page, chooseFolders, chooseSaveFile, openFiles, killCore, close } = app;
      return {
        page,
        addFolder: async (path) => {
          await chooseFolders([path]);
          await page.getByRole('button', { name: /^Add (a )?folder/ }).click();
        },
        saveAs: async (path, act) => {
          await chooseSaveFile(path);
          await act();
          await page
            .getByText(/was saved\.$/)
            .first()
            .waitFor();
        },
        openFiles,
        killCore,
        // The shell has done so already.
        reviveCore: () => Promise.resolve(),
        close,
      };
    },
  };
}
