import type { Channel, ConnectedPlayer, SegueMethods, ServeOptions } from '../../contract/api/index.ts';
import { serveApi } from '../../contract/api/index.ts';
import { listFolders } from '../../database/folders.ts';
import { closeDatabase } from '../../database/handle.ts';
import { loadClipModel, shippedModel } from '../../emotion/models.ts';
import { FolderPresence } from '../../library/folder-presence.ts';
import { BackupClock } from '../backup/backup-clock.ts';
import { Indexer, type IndexerOptions } from '../indexing/indexer.ts';
import { FolderWatch } from '../indexing/watch-folders.ts';
import { loadForecaster } from '../load-forecaster.ts';
import { librarySource } from '../media/library-source.ts';
import type { MediaSource } from '../media/media-source.ts';
import { openLibrary } from '../open-library.ts';
import { FlowPlanner } from '../queue/flow-planner.ts';
import { QueueEdits } from '../queue/queue-edits.ts';
import { QueueFeedback } from '../queue/queue-feedback.ts';
import { QueueInsight } from '../queue/queue-insight.ts';
import { QueueKeeper } from '../queue/queue-keeper.ts';
import { QueueSteering } from '../queue/queue-steering.ts';
import { backupMethods } from './backup-methods.ts';
import { getDiagnostics } from './diagnostics-method.ts';
import { EventHub } from './event-hub.ts';
import { folderMethods } from './folder-methods.ts';
import { libraryMethods } from './library-methods.ts';
import { LibraryNews } from './library-news.ts';
import { openPathsMethod } from './open-paths-method.ts';
import { OpenedFiles } from './opened-files.ts';
import { playbackMethods } from './playback-methods.ts';
import { PlayingState } from './playing-state.ts';
import { playlistMethods } from './playlist-methods.ts';
import { queueMethods } from './queue-methods.ts';
import { readSettings, settingsMethods } from './settings-methods.ts';
import { steeringMethods } from './steering-methods.ts';

export interface CoreOptions {
  /** Undefined for the platform's own library. */
  readonly dbPath?: string | undefined;
  /** Folders to add to the library, if they are not there yet. */
  readonly folders?: readonly string[];
  /** Segue's own. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Of a queue that begins anew. */
  readonly seed?: number;
  readonly analysis?: IndexerOptions['analysis'];
}

/** Everything but the window: library, indexing and queue, behind the API. */
export interface Core {
  readonly methods: SegueMethods;
  /** Lets a player at the other end of a channel use the API, and tells it of everything that happens. */
  readonly connect: (channel: Channel, options?: ServeOptions) => ConnectedPlayer;
  /** Where tracks and covers lie, for the host that serves them. */
  readonly media: MediaSource;
  /** Resolves when no index run is underway. */
  readonly whenIndexed: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** By then the page has had its first look at the library, with nothing in its way. */
const PREPARE_AFTER_MS = 2000;

/**
 * Opens a library, made where there is none, and begins to bring it up to date with its folders.
 * @throws {SegueError} 'library-in-use', and what opening the database, loading the models and adding the folders throw
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const now = options.now ?? Date.now;
  const hub = new EventHub();
  const warn = (line: string): void => hub.notify('warning', line);
  const { version: modelVersion } = await loadClipModel(shippedModel('clip'));
  const forecaster = await loadForecaster(warn);
  const { db } = await openLibrary({
    dbPath: options.dbPath,
    nowMs: now(),
    onNotice: warn,
  });

  const planner = new FlowPlanner(db, forecaster, () => keeper.lookAgain());
  const keeper = new QueueKeeper({
    db,
    planner,
    now,
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 31),
    onChange: (queue) => hub.tell('queueChanged', queue),
  });

  const edits = new QueueEdits(db, keeper);
  const opened = new OpenedFiles({
    db,
    keeper,
    edits,
    onPlay: () => hub.tell('playWanted', {}),
    onFailed: ({ message }) => hub.notify('error', message),
  });

  const news = new LibraryNews({ hub, keeper, opened, indexingState: () => indexer.state });
  const indexer = new Indexer({
    db,
    modelVersion,
    now,
    soonest: () => keeper.soonest,
    onState: ({ phase }) => {
      news.indexingProgressed();
      // A drive may have come back, or gone.
      if (phase === 'idle') watchAnew();
    },
    onTracksChanged: () => news.tracksChanged(),
    onCurve: (trackId) => news.curveReady(trackId),
    onError: (error) => hub.notify('error', error.message),
    ...(options.analysis === undefined ? {} : { analysis: options.analysis }),
  });
  const playing = new PlayingState((isPlaying) => indexer.setYielding(isPlaying));
  const presence = new FolderPresence();
  const watch = new FolderWatch({
    db,
    presence,
    onChange: (paths) => indexer.start(paths),
    onUnwatched: (path, reason) =>
      warn(`New music in "${path}" is found only when asked for: it cannot be watched (${reason}).`),
  });
  const watchAnew = (): void => hub.inBackground(() => watch.update());

  const folders = folderMethods({
    db,
    indexer,
    presence,
    now,
    onFoldersChanged: () => {
      news.tracksChanged();
      watchAnew();
    },
  });
  const methods: SegueMethods = {
    ...libraryMethods(db),
    ...folders,
    openPaths: openPathsMethod({ db, hub, indexer, opened, addFolder: folders.addFolder }),
    ...queueMethods(keeper, edits),
    ...steeringMethods(
      new QueueSteering(db, keeper),
      new QueueFeedback({ db, keeper, now, onMarks: (marks) => hub.tell('marksChanged', { marks }) }),
      new QueueInsight(db, keeper, planner),
    ),
    ...playbackMethods({ db, keeper, now, onPlaying: (isPlaying) => playing.report(isPlaying) }),
    ...playlistMethods(db, now, () => hub.tell('playlistsChanged', {})),
    ...settingsMethods(db, (settings) => hub.tell('settingsChanged', settings)),
    ...backupMethods(db, now, ({ foldersAdded, settings, queue }) => {
      news.tracksChanged();
      if (queue) keeper.takeUpStored();
      hub.tell('playlistsChanged', {});
      if (settings > 0) hub.tell('settingsChanged', readSettings(db));
      watchAnew();
      if (foldersAdded.length > 0) indexer.start(foldersAdded);
    }),
    getDiagnostics: () => getDiagnostics(db, options.version),
  };

  const backups = new BackupClock(db.path, now, ({ message }) =>
    warn(`Today's backup could not be written. ${message}`),
  );

  const prepare = setTimeout(() => hub.inBackground(() => planner.prepare()), PREPARE_AFTER_MS);

  const core: Core = {
    methods,
    connect: (channel, serveOptions) => connectPlayer(hub, serveApi(methods, channel, serveOptions)),
    media: librarySource(db),
    whenIndexed: () => indexer.idle(),
    close: async () => {
      clearTimeout(prepare);
      playing.close();
      await backups.close();
      await watch.close();
      await indexer.close();
      planner.close();
      news.close();
      closeDatabase(db);
    },
  };

  try {
    for (const folder of options.folders ?? []) await methods.addFolder(folder);
    await watch.update();
  } catch (error) {
    await core.close();
    throw error;
  }
  if (listFolders(db).length > 0) indexer.start(null);
  return core;
}

/** A player that is told everything until it is closed. */
function connectPlayer(hub: EventHub, player: ConnectedPlayer): ConnectedPlayer {
  const leave = hub.add(player.tell);
  return {
    tell: player.tell,
    close: () => {
      leave();
      player.close();
    },
  };
}
