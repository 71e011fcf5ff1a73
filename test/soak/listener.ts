/** Hears what comes out of the player: how long nothing did, and which tracks were never heard. */
export class Listener {
  longestGapMs = 0;
  #gapMs = 0;
  #hasBegun = false;
  readonly #heard = new Set<number>();

  /** What could be heard for a while. */
  hear(trackIds: readonly number[], ms: number): void {
    for (const id of trackIds) this.#heard.add(id);
    if (trackIds.length > 0) {
      this.#hasBegun = true;
      this.#gapMs = 0;
    } else if (this.#hasBegun) {
      this.#gapMs += ms;
      this.longestGapMs = Math.max(this.longestGapMs, this.#gapMs);
    }
  }

  /** Whether a track was heard since it was last asked for. */
  takeHeard(trackId: number): boolean {
    return this.#heard.delete(trackId);
  }
}
