/** A stretch of sound out of a decoder: at least one channel and one sample. Its memory is used again for the next. */
export interface Decoded {
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
}

/**
 * Turns the bytes of one file, in order, into sound. What a call delivers is to be taken, all of it, before the next call;
 * decoders whose memory is used again refuse that one otherwise.
 */
export interface Decoder {
  /** What comes out, in order; stretches may differ in rate and channels. None: nothing yet. */
  push(bytes: Uint8Array): Promise<Iterable<Decoded>>;
  /** What is still held back, at the end of the file. */
  finish(): Promise<Iterable<Decoded>>;
  /** Gives its memory back; may be called twice, and after an error. */
  free(): void;
}
