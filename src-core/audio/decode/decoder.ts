/** A stretch of sound out of a decoder: at least one channel and one sample. Good until the decoder is called again. */
export interface Decoded {
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
}

/** Turns the bytes of one file, in order, into sound. */
export interface Decoder {
  /** What came out, in order; stretches may differ in rate and channels. None: nothing yet. */
  push(bytes: Uint8Array): Promise<readonly Decoded[]>;
  /** What was still held back, at the end of the file. */
  finish(): Promise<readonly Decoded[]>;
  /** Gives its memory back; may be called twice, and after an error. */
  free(): void;
}
