/** A player that has not reported for so long has gone, or its page sleeps. */
const REPORT_LASTS_MS = 20_000;

/** Knows from the players' reports whether music is playing. */
export class PlayingState {
  readonly #onChange: (isPlaying: boolean) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: (isPlaying: boolean) => void) {
    this.#onChange = onChange;
  }

  report(isPlaying: boolean): void {
    clearTimeout(this.#timer);
    if (isPlaying) this.#timer = setTimeout(() => this.#onChange(false), REPORT_LASTS_MS);
    this.#onChange(isPlaying);
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
