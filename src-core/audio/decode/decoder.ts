/** What a decoder made of some bytes. No channels: nothing yet. */
export interface Decoded {
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
}

/** Turns the bytes of one file, in order, into sound. */
export interface Decoder {
  push(bytes: Uint8Array): Promise<Decoded>;
  /** What was still held back, at the end of the file. */
  finish(): Promise<Decoded>;
  /** Gives its memory back; may be called twice, and after an error. */
  free(): void;
}
