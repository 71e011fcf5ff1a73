import { app, Menu, protocol, session, shell } from 'electron';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { IdSchema } from '../../src-core/contract/api/shapes.ts';
import { SegueError } from '../../src-core/contract/errors.ts';
import { defaultDatabasePath } from '../../src-core/service/data-folder.ts';
import { createMediaAnswerer } from '../../src-core/service/media/answer-media.ts';
import { CHANNELS } from '../channels.ts';
import { APP_SCHEME, MEDIA_SCHEME } from './addresses.ts';
import { answerApp } from './app-protocol.ts';
import { CoreMedia } from './core-media.ts';
import { CoreProcess } from './core-process.ts';
import { Desktop } from './desktop.ts';
import { answer } from './ipc.ts';
import { answerMedia } from './media-protocol.ts';
import { menuTemplate } from './menu.ts';
import { openLink, refuseNavigation } from './navigation.ts';
import { refusePermissions } from './permissions.ts';
import { refuseRemoteRequests } from './requests.ts';
import { openWindow } from './window.ts';

const APP_ID = 'io.github.segue-player.segue';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What runs in other processes and threads lies beside the archive, where plain Node finds it. */
const UNPACKED_ROOT = ROOT.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');

/**
 * Sets the app going: the core at once, the window as soon as Electron is ready.
 * @param paths files and folders to open first
 */
export function runDesktop(paths: readonly string[]): Desktop {
  const withDevTools = !app.isPackaged;
  const media = new CoreMedia();
  const answerer = createMediaAnswerer(media, join(app.getPath('userData'), 'decoded'));
  const core = new CoreProcess({
    modulePath: join(UNPACKED_ROOT, 'electron/core/core.js'),
    version: app.getVersion(),
    onState: (state) => {
      const port = state.status === 'running' ? core.openPort('main') : null;
      if (port !== null) media.attach(port);
      desktop.coreChanged(state);
    },
  });
  const desktop = new Desktop(core, () =>
    openWindow({
      preloadPath: join(ROOT, 'electron/preload/preload.cjs'),
      statePath: join(app.getPath('userData'), 'window.json'),
      dataFolder: dirname(defaultDatabasePath()),
      iconPath: join(UNPACKED_ROOT, 'resources/icons/sizes/512x512.png'),
      withDevTools,
    }),
  );
  desktop.openPaths(paths);
  refuseNavigation();
  keepLifeCycle(desktop, () => Promise.all([core.stop(), answerer.close()]));
  void app.whenReady().then(() => {
    refusePermissions(session.defaultSession);
    refuseRemoteRequests(session.defaultSession, withDevTools);
    protocol.handle(MEDIA_SCHEME, (request) => answerMedia(request, answerer));
    protocol.handle(APP_SCHEME, (request) => answerApp(request, join(ROOT, 'renderer')));
    answerPage(desktop, core, media);
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({
          platform: process.platform,
          withDevTools,
          run: (command) => desktop.run(command),
          openLink,
        }),
      ),
    );
    core.start();
    desktop.show();
  });
  return desktop;
}

function keepLifeCycle(desktop: Desktop, stop: () => Promise<unknown>): void {
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    desktop.openPaths([path]);
    if (app.isReady()) desktop.show();
  });
  app.on('activate', () => desktop.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let hasStopped = false;
  app.on('will-quit', (event) => {
    if (hasStopped) return;
    event.preventDefault();
    const quit = (): void => {
      hasStopped = true;
      app.quit();
    };
    stop()
      .catch((error: unknown) => console.error('Segue could not end in order.', error))
      .finally(quit);
  });
}

function answerPage(desktop: Desktop, core: CoreProcess, media: CoreMedia): void {
  const page = () => desktop.page;
  const nothing = v.strictTuple([]);
  answer(CHANNELS.connect, page, nothing, () => desktop.connect());
  answer(CHANNELS.pickFolders, page, nothing, () => desktop.pickFolders());
  answer(CHANNELS.chooseSaveFile, page, v.strictTuple([v.pipe(v.string(), v.maxLength(200))]), (name) =>
    desktop.chooseSaveFile(name),
  );
  answer(CHANNELS.saveText, page, v.strictTuple([v.string(), v.string()]), (path, text) =>
    desktop.saveText(path, text),
  );
  answer(CHANNELS.restartCore, page, nothing, () => core.start());
  answer(CHANNELS.revealTrack, page, v.strictTuple([IdSchema]), async (trackId) => {
    const track = await media.track(trackId);
    if (track === undefined) throw new SegueError('unknown-id', 'The track is not in the library any more.');
    shell.showItemInFolder(track.path);
  });
}
