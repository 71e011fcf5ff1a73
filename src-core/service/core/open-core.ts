import type {
  Channel,
  ConnectedPlayer,
  Notice,
  SegueMethods,
  ServeOptions,
} from '../../contract/api/index.ts';
import { serveApi } from '../../contract/api/index.ts';
import { listFolders } from '../../database/folders.ts';
import { closeDatabase } from '../../database/handle.ts';
import { loadClipModel, shippedModel } from '../../emotion/models.ts';
import { BackupClock } from '../backup/backup-clock.ts';
import { Indexer, type IndexerOptions } from '../indexing/indexer.ts';
import { FolderWatch } from '../indexing/watch-folders.ts';
import { loadForecaster } from '../load-forecaster.ts';
import { librarySource } from '../media/library-source.ts';
import type { MediaSource } from '../media/media-source.ts';
import { openLibrary } from '../open-library.ts';
import { createFlowPlanner } from '../queue/flow-planner.ts';
import { QueueEdits } from '../queue/queue-edits.ts';
import { QueueFeedback } from '../queue/queue-feedback.ts';
import { QueueInsight } from '../queue/queue-insight.ts';
import { QueueKeeper } from '../queue/queue-keeper.ts';
import { QueueSteering } from '../queue/queue-steering.ts';
import { backupMethods } from './backup-methods.ts';
import { getDiagnostics } from './diagnostics-method.ts';
import { EventHub } from './event-hub.ts';
import { folderMethods } from './folder-methods.ts';
import { Gather } from './gather.ts';
import { libraryMethods } from './library-methods.ts';
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

/** Lists are asked for again at each telling: no oftener than a person can read. */
const LIBRARY_EVERY_MS = 500;
const PROGRESS_EVERY_MS = 200;
const PREPARE_AFTER_MS = 2000;

/**
 * Opens a library, made where there is none, and begins to bring it up to date with its folders.
 * @throws {SegueError} 'library-in-use', and what opening the database and loading the models throw
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const now = options.now ?? Date.now;
  const hub = new EventHub();
  /** What nobody was there to hear. */
  let unheard: Notice[] = [];
  const notify = (level: Notice['level'], message: string): void => {
    if (hub.isHeard) hub.tell('notice', { level, message });
    else unheard.push({ level, message });
  };
  const { version: modelVersion } = await loadClipModel(shippedModel('clip'));
  const forecaster = await loadForecaster((line) => notify('warning', line));
  const { db } = await openLibrary({
    dbPath: options.dbPath,
    nowMs: now(),
    onNotice: (line) => notify('warning', line),
  });

  const planner = createFlowPlanner(db, forecaster, () => keeper.lookAgain());
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
    onFailed: ({ message }) => notify('error', message),
  });

  let libraryRevision = 0;
  const libraryTold = new Gather(LIBRARY_EVERY_MS, () => {
    keeper.libraryChanged('tracks');
    hub.tell('libraryChanged', { revision: ++libraryRevision });
    opened.look();
  });
  let newCurves: number[] = [];
  const curvesTold = new Gather(LIBRARY_EVERY_MS, () => {
    const trackIds = newCurves;
    newCurves = [];
    keeper.libraryChanged('curves');
    hub.tell('curvesReady', { trackIds });
  });
  const progressTold = new Gather(PROGRESS_EVERY_MS, () => {
    hub.tell('indexingProgress', indexer.state);
    opened.look();
  });

  const indexer = new Indexer({
    db,
    modelVersion,
    now,
    soonest: () => keeper.soonest,
    onState: ({ phase }) => {
      progressTold.call();
      // A drive may have come back, or gone.
      if (phase === 'idle') void watch.update();
    },
    onTracksChanged: () => libraryTold.call(),
    onCurve: (trackId) => {
      newCurves.push(trackId);
      curvesTold.call();
    },
    onError: (error) => notify('error', error.message),
    ...(options.analysis === undefined ? {} : { analysis: options.analysis }),
  });
  const playing = new PlayingState((isPlaying) => indexer.setYielding(isPlaying));
  const watch = new FolderWatch({
    db,
    onChange: (paths) => indexer.start(paths),
    onUnwatched: (path, reason) =>
      notify(
        'warning',
        `New music in "${path}" is found only when asked for: it cannot be watched (${reason}).`,
      ),
  });

  const folders = folderMethods({
    db,
    indexer,
    now,
    onFoldersChanged: () => {
      libraryTold.call();
      void watch.update();
    },
  });
  const methods: SegueMethods = {
    ...libraryMethods(db),
    ...folders,
    openPaths: openPathsMethod({ db, indexer, opened, addFolder: folders.addFolder }),
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
      libraryTold.call();
      if (queue) keeper.takeUpStored();
      hub.tell('playlistsChanged', {});
      if (settings > 0) hub.tell('settingsChanged', readSettings(db));
      void watch.update();
      if (foldersAdded.length > 0) indexer.start(foldersAdded);
    }),
    getDiagnostics: () => getDiagnostics(db, options.version),
  };

  const backups = new BackupClock(db.path, now, (error) =>
    notify('warning', `Today's backup could not be written. ${error.message}`),
  );

  for (const folder of options.folders ?? []) await methods.addFolder(folder);
  await watch.update();
  if (listFolders(db).length > 0) indexer.start(null);
  // By then the page has had its first look at the library, with nothing in its way.
  const prepare = setTimeout(() => planner.prepare(), PREPARE_AFTER_MS);

  return {
    methods,
    connect: (channel, serveOptions) => {
      const player = serveApi(methods, channel, serveOptions);
      const leave = hub.add(player.tell);
      for (const notice of unheard) player.tell('notice', notice);
      unheard = [];
      return {
        tell: player.tell,
        close: () => {
          leave();
          player.close();
        },
      };
    },
    media: librarySource(db),
    whenIndexed: () => indexer.idle(),
    close: async () => {
      clearTimeout(prepare);
      playing.close();
      await backups.close();
      await watch.close();
      await indexer.close();
      planner.close();
      for (const gather of [libraryTold, curvesTold, progressTold]) gather.close();
      closeDatabase(db);
    },
  };
}
