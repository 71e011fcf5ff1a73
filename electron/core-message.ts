/**
 * What main tells the core's process. 'page' and 'main' bring one port each: over the first the page speaks the Segue API,
 * over the second main asks where a track or a picture lies.
 */
export interface CoreMessage {
  readonly kind: 'page' | 'main' | 'stop';
}
