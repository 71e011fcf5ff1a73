import * as v from 'valibot';
import { BackupFileSchema, BackupPathSchema, ImportSummarySchema } from './backup.ts';
import { DiagnosticsSchema } from './diagnostics.ts';
import * as folders from './folders.ts';
import * as library from './library.ts';
import { OpenedPathsSchema, OpenPathsSchema } from './opened.ts';
import * as playback from './playback.ts';
import * as playlists from './playlists.ts';
import * as queue from './queue.ts';
import { SeamViewSchema } from './seam-view.ts';
import { SettingsPatchSchema, SettingsSchema } from './settings.ts';
import { CountSchema, IdListSchema, IdSchema, PageRequestSchema, pageOf } from './shapes.ts';
import * as steering from './steering.ts';
import {
  CurveThumbnailSchema,
  MoodPointsSchema,
  TrackCurveSchema,
  TrackDetailsSchema,
  TrackSchema,
} from './track.ts';

/**
 * Every method of the API: the schema of its arguments, by which whatever arrives is checked, and of its result.
 * Types are inferred from this table; see {@link SegueApi}.
 */
export const METHODS = {
  // the library
  listTracks: method([library.ListTracksSchema], pageOf(TrackSchema)),
  /** In the order asked for; ids that are unknown are left out. */
  getTracks: method([IdListSchema], v.array(TrackSchema)),
  getTrack: method([IdSchema], TrackDetailsSchema),
  listTrackIds: method([library.ListTrackIdsSchema], pageOf(IdSchema)),
  /** The folders right in a folder of the library that lead to tracks, by name. */
  listSubfolders: method([library.ListSubfoldersSchema], v.array(library.SubfolderEntrySchema)),
  listAlbums: method([library.ListAlbumsSchema], pageOf(library.AlbumSchema)),
  getAlbum: method([IdSchema], library.AlbumSchema),
  listArtists: method([library.ListNamesSchema], pageOf(library.ArtistSchema)),
  listGenres: method([library.ListNamesSchema], pageOf(library.GenreSchema)),
  /** Null where there is no curve yet. */
  getCurve: method([IdSchema], v.nullable(TrackCurveSchema)),
  /** Of at most 500 tracks; those without a curve are left out. */
  curveThumbnails: method([v.pipe(v.array(IdSchema), v.maxLength(500))], v.array(CurveThumbnailSchema)),
  moodPoints: method([], MoodPointsSchema),

  // folders and indexing
  listFolders: method([], v.array(folders.FolderSchema)),
  /** Adds a folder and begins to index it. */
  addFolder: method([folders.FolderPathSchema], folders.FolderSchema),
  /** Its tracks leave the library; the files stay. */
  removeFolder: method([IdSchema], v.void()),
  /**
   * Folders are added. Files play in the order given, the first at once and the others next; for one that is not in the
   * library yet its folder is added, and it plays as soon as it is found there. Rejects with 'invalid-request' where a path
   * is not absolute.
   */
  openPaths: method([OpenPathsSchema], OpenedPathsSchema),
  addDemoLibrary: method([], folders.FolderSchema),
  /** Null for the home folder. */
  browseFolders: method([v.nullable(folders.FolderPathSchema)], folders.BrowsedFolderSchema),
  /** Looks for what has changed; null for every folder. */
  startIndexing: method([v.nullable(IdListSchema)], v.void()),
  reindex: method([folders.ReindexSchema], v.void()),
  stopIndexing: method([], v.void()),
  indexingState: method([], folders.IndexingStateSchema),
  listProblems: method([folders.ListProblemsSchema], pageOf(folders.ProblemSchema)),
  retryProblems: method([], v.void()),

  // the queue; whatever changes it returns it as it is then
  getQueue: method([], queue.QueueSchema),
  playTrack: method([IdSchema, queue.PlayContextSchema], queue.QueueSchema),
  /** From the beginning, or wherever mode 'flow' or 'shuffle' would begin. */
  playContext: method([queue.PlayContextSchema], queue.QueueSchema),
  playNext: method([IdListSchema], queue.QueueSchema),
  /** After what was put there by hand before, ahead of what was picked. */
  enqueue: method([IdListSchema], queue.QueueSchema),
  removeEntry: method([IdSchema], queue.QueueSchema),
  /** To an index among the upcoming ones. */
  moveEntry: method([IdSchema, CountSchema], queue.QueueSchema),
  pinEntry: method([IdSchema, v.boolean()], queue.QueueSchema),
  /** "Not this one": another takes its place, and it is not picked again while this context plays. */
  rejectEntry: method([IdSchema], queue.QueueSchema),
  clearUpcoming: method([], queue.QueueSchema),
  undo: method([], queue.QueueSchema),
  /** What was picked is picked anew; what is pinned or was put there by hand stays. */
  setCourse: method([steering.CourseSchema], queue.QueueSchema),
  setQueueOptions: method([steering.QueueOptionsPatchSchema], queue.QueueSchema),
  setMode: method([queue.QueueModeSchema], queue.QueueSchema),
  setRepeat: method([queue.RepeatSchema], queue.QueueSchema),
  advance: method([queue.AdvanceSchema], queue.QueueSchema),
  goBack: method([], queue.QueueSchema),
  /** Sets course for where an entry's track lies. Rejects with 'no-curve' where that is not known yet. */
  moreLikeThis: method([IdSchema], queue.QueueSchema),
  /** Bends whatever course there is by a step of arousal. */
  moreIntense: method([], queue.QueueSchema),
  lessIntense: method([], queue.QueueSchema),
  /** What a course would line up, which changes nothing: twenty tracks, or as many as a journey takes. */
  previewCourse: method([steering.CourseSchema], v.array(steering.PreviewedTrackSchema)),
  /** Where an entry meets what comes before it; null where no curves can be compared. */
  getSeam: method([IdSchema], v.nullable(SeamViewSchema)),
  /** Plays an upcoming entry now; those before it are passed over. Or one of the history. */
  jumpTo: method([IdSchema], queue.QueueSchema),

  // what the listener thinks of tracks; `undo` takes it back as well
  setLoved: method([IdListSchema, v.boolean()], queue.QueueSchema),
  /** Never to be picked or drawn from a list; by hand they can still be played. */
  setNever: method([IdListSchema, v.boolean()], queue.QueueSchema),
  listFeedback: method([steering.ListFeedbackSchema], pageOf(steering.FeedbackSchema)),
  /** The skips of these tracks no longer count against them. */
  forgetSkips: method([IdListSchema], queue.QueueSchema),
  /** The same tracks in the order with the least jolt, doubles included; those without a curve stay at the end. */
  smoothTracks: method([IdListSchema], IdListSchema),
  /**
   * How far the music moves from each of these tracks to the next, as root mean square distances on the mood plane; null
   * where curves cannot be compared. One fewer than there are tracks. Rejects with 'too-large'.
   */
  seamDistances: method([IdListSchema], v.array(v.nullable(v.number()))),

  // playback
  reportPlayback: method([playback.PlaybackReportSchema], v.void()),
  getResumePoint: method([], v.nullable(playback.ResumePointSchema)),
  reportFailure: method([playback.PlaybackFailureSchema], v.void()),

  // playlists
  listPlaylists: method([], v.array(playlists.PlaylistSchema)),
  getPlaylist: method([IdSchema], playlists.PlaylistSchema),
  createPlaylist: method(
    [playlists.PlaylistNameSchema, playlists.PlaylistTracksSchema],
    playlists.PlaylistSchema,
  ),
  renamePlaylist: method([IdSchema, playlists.PlaylistNameSchema], playlists.PlaylistSchema),
  deletePlaylist: method([IdSchema], playlists.DeletedPlaylistSchema),
  getPlaylistItems: method([IdSchema, PageRequestSchema], pageOf(TrackSchema)),
  /** All of them in order, those whose files are gone as well. */
  getPlaylistTrackIds: method([IdSchema], v.array(IdSchema)),
  setPlaylistItems: method([IdSchema, playlists.PlaylistTracksSchema], playlists.PlaylistSchema),
  addToPlaylist: method([IdSchema, IdListSchema], playlists.PlaylistSchema),
  /** Rejects with 'not-indexed' where nothing that it names is in the library. */
  importPlaylist: method([playlists.ImportPlaylistSchema], playlists.ImportedPlaylistSchema),
  exportPlaylist: method([playlists.ExportPlaylistSchema], playlists.ExportedPlaylistSchema),

  // the rest
  /** Latest first. */
  listHistory: method([PageRequestSchema], pageOf(playback.PlayedTrackSchema)),
  getSettings: method([], SettingsSchema),
  setSettings: method([SettingsPatchSchema], SettingsSchema),
  /**
   * Writes playlists, history, settings, queue, folders and curves to a new file in a folder. Rejects with 'disk-full' and
   * 'permission-denied' where it cannot.
   */
  exportBackup: method([folders.FolderPathSchema], BackupFileSchema),
  /** Backups in a folder, newest first; null for those that Segue makes by itself every day. */
  listBackups: method([v.nullable(folders.FolderPathSchema)], v.array(BackupFileSchema)),
  /**
   * Adds what a backup holds to the library, where nothing is lost or replaced. Rejects with 'backup-invalid' and
   * 'backup-from-future', with nothing changed.
   */
  importBackup: method([BackupPathSchema], ImportSummarySchema),
  getDiagnostics: method([], DiagnosticsSchema),
} as const;

function method<const Arguments extends readonly v.GenericSchema[], const Result extends v.GenericSchema>(
  parameters: Arguments,
  result: Result,
): { readonly parameters: v.StrictTupleSchema<Arguments, undefined>; readonly result: Result } {
  return { parameters: v.strictTuple(parameters), result };
}

export type MethodName = keyof typeof METHODS;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(METHODS, name);
}
