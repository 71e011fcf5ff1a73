/** Picks are made anew once so much more of the library has been listened to: what follows best among few is soon outdone. */
const OUTGROWN_BY = 0.5;

/** How far the library has been listened to since all picks were made. */
export class PicksAge {
  /** Tracks whose curves were known then; 0: that cannot be told. */
  #pickedAmong = 0;
  #heardSince = 0;

  get isKnown(): boolean {
    return this.#pickedAmong > 0;
  }

  /** Whether they were made when far fewer tracks had been listened to. */
  get isOutgrown(): boolean {
    return this.isKnown && this.#heardSince >= OUTGROWN_BY * this.#pickedAmong;
  }

  /** So many tracks have been listened to. */
  listenedTo(count: number): void {
    this.#heardSince += count;
  }

  /** @param knownCurves how many tracks they were picked among */
  pickedAnew(knownCurves: number): void {
    this.#pickedAmong = knownCurves;
    this.#heardSince = 0;
  }
}
