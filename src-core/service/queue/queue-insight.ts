import type { PreviewedTrack, SeamView, Track } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { tracksLeft } from '../../queue/journey.ts';
import { TRACKS_AHEAD } from './fill-queue.ts';
import type { QueuePlanner } from './planner.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { entriesOf, type Entry, type QueueModel } from './queue-model.ts';
import { unknownEntry } from './unknown-entry.ts';

/** A journey of hours is shown as far as this. */
const MOST_PREVIEWED = 60;

/** More are a library, not a playlist: each is compared with each. */
const MOST_SMOOTHED = 1500;

/** Looks into the queue and the planner without changing anything. */
export class QueueInsight {
  readonly #db: ReadableDB;
  readonly #keeper: QueueKeeper;
  readonly #planner: QueuePlanner;

  constructor(db: ReadableDB, keeper: QueueKeeper, planner: QueuePlanner) {
    this.#db = db;
    this.#keeper = keeper;
    this.#planner = planner;
  }

  /** What a queue would line up: twenty tracks, or as many as its journey takes. */
  preview(model: QueueModel): PreviewedTrack[] {
    const entries = this.#keeper.linedUp(model, this.#lengthOf(model));
    const tracks = getListedTracks(
      this.#db,
      entries.map(({ trackId }) => trackId),
    );
    return entries.map(({ seamDistance, reason }, i) => ({
      track: tracks[i],
      seamDistance,
      sentence: reason?.sentence ?? null,
    }));
  }

  /** @throws {SegueError} 'unknown-id' */
  seam(entryId: number): SeamView | null {
    const [before, entry] = this.#around(entryId);
    if (before === null) return null;
    const curves = this.#planner.curvesAt(before.trackId, entry.trackId);
    const { leftOut } = this.#keeper.model.options;
    const fresh = this.#planner.judge(before.trackId, entry.trackId, leftOut);
    if (curves === null || fresh === null) return null;
    // As it was when it was picked, if it has followed the same track ever since.
    const isStillSo = entry.judgedAfter === before.trackId && entry.reason?.rule === 'continuation';
    const reason = isStillSo ? entry.reason : fresh.reason;
    const [leaving, arriving] = getListedTracks(this.#db, [before.trackId, entry.trackId]);
    return {
      leaving,
      arriving,
      sentence: reason.sentence,
      ...curves,
      stepsCompared: reason.stepsCompared,
      pull: reason.target,
      distance: isStillSo ? (entry.seamDistance ?? fresh.seamDistance) : fresh.seamDistance,
      expectedJump: reason.expectedJump ?? fresh.seamDistance,
      effects: [...(reason.effects ?? [])],
      points: reason.seam ?? null,
      candidates: reason.candidates,
      passedOver: this.#named(reason.passedOver ?? []),
    };
  }

  /** How far the music moves from each of these tracks to the next; null where curves cannot be compared. */
  distances(trackIds: readonly number[]): (number | null)[] {
    mustBeAList(trackIds);
    return trackIds.slice(1).map((id, i) => this.#planner.judge(trackIds[i], id, [])?.seamDistance ?? null);
  }

  smooth(trackIds: readonly number[]): number[] {
    mustBeAList(trackIds);
    return this.#planner.smooth(trackIds);
  }

  #lengthOf({ course, journey }: QueueModel): number {
    if (course.kind !== 'journey' || journey === null) return TRACKS_AHEAD;
    const last = tracksLeft(course.points, journey, this.#planner.meanTrackSeconds()).at(-1);
    return Math.min(last ?? TRACKS_AHEAD, MOST_PREVIEWED);
  }

  /** An entry and the one before it. */
  #around(entryId: number): [Entry | null, Entry] {
    const all = entriesOf(this.#keeper.model);
    const at = all.findIndex((entry) => entry.entryId === entryId);
    if (at < 0) throw unknownEntry();
    return [at === 0 ? null : all[at - 1], all[at]];
  }

  #named(
    passedOver: readonly { readonly trackId: number; readonly expectedJump: number; readonly cost: number }[],
  ): SeamView['passedOver'] {
    const ids = passedOver.map(({ trackId }) => trackId);
    const byId = new Map(getListedTracks(this.#db, ids).map((track): [number, Track] => [track.id, track]));
    return passedOver.flatMap((other) => {
      const track = byId.get(other.trackId);
      return track === undefined ? [] : [{ ...other, title: track.title, artist: track.artist }];
    });
  }
}

function mustBeAList({ length }: readonly number[]): void {
  if (length <= MOST_SMOOTHED) return;
  throw new SegueError(
    'too-large',
    `Segue can smooth and measure up to ${MOST_SMOOTHED} tracks at a time; these are ${length}.`,
  );
}
