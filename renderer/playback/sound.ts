/** What a sound tells of itself. After {@link Sound.unload} it tells nothing. */
export interface SoundEvents {
  readonly ended: () => void;
  /** `networkOrSource`: the bytes did not come; otherwise they could not be decoded. */
  readonly failed: (failure: { readonly message: string; readonly networkOrSource: boolean }) => void;
  /** The browser wants the listener to touch the page first. */
  readonly blocked: () => void;
}

/** One file that can be heard. Loading starts at once; what is asked before it is done is done then. */
export interface Sound {
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (seconds: number) => void;
  /** As the media element's clock has it; 0 until it has loaded. */
  readonly positionSeconds: () => number;
  /** Null until it is known. */
  readonly durationSeconds: () => number | null;
  /** @param volume factor of amplitude in [0, 1] */
  readonly setVolume: (volume: number) => void;
  /** @param rate of its own pace, near 1 */
  readonly setRate: (rate: number) => void;
  /** Gives back the file, the memory and the media element. */
  readonly unload: () => void;
}

export type CreateSound = (address: string, events: SoundEvents) => Sound;
