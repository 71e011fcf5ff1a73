/**
 * What main tells the core's process. 'page' and 'main' bring one port each: over the first the page speaks the Segue API,
 * over the second main asks where a track or a picture lies.
 */
export interface CoreMessage {
  readonly kind: 'page' | 'main' | 'stop';
}

/** What the core tells main before it ends because it could not open the library: trying again at once would not help. */
export interface CoreFailure {
  readonly kind: 'cannot-start';
  /** A sentence for the listener. */
  readonly message: string;
}
