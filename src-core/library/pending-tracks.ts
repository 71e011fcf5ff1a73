/** A track that waits for its curve. */
export interface PendingTrack {
  readonly trackId: number;
  readonly sizeBytes: number;
}

/** The tracks that wait for a curve, between the scan that finds them and the workers that analyse them. */
export class PendingTracks {
  readonly #tracks = new Map<number, PendingTrack>();
  readonly #waiting: ((track: PendingTrack | undefined) => void)[] = [];
  readonly #soonest: () => readonly number[];
  #isClosed = false;

  /** @param soonest ids of tracks that are wanted before all others, the first first; asked each time */
  constructor(soonest: () => readonly number[] = () => []) {
    this.#soonest = soonest;
  }

  push(track: PendingTrack): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#tracks.set(track.trackId, track);
    else waiting(track);
  }

  /** The next track, once there is one; undefined when no more will come and none is left. */
  next(): Promise<PendingTrack | undefined> {
    const wanted = this.#soonest().find((id) => this.#tracks.has(id));
    const id = wanted ?? this.#tracks.keys().next().value;
    if (id !== undefined) {
      const track = this.#tracks.get(id);
      this.#tracks.delete(id);
      return Promise.resolve(track);
    }
    if (this.#isClosed) return Promise.resolve(undefined);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** No more will come. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of this.#waiting.splice(0)) waiting(undefined);
  }
}
