/** Where a track's sound lies, and what is known of it before it is decoded. */
export interface TrackLocation {
  readonly path: string;
  readonly durationSeconds: number | null;
  readonly channels: number | null;
}

export interface ArtPicture {
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** Names the content: the same for the same picture, for ever. */
  readonly sha256: string;
}

/** Finds what is asked for by id; undefined for ids that are unknown or have nothing to show. */
export interface MediaSource {
  readonly track: (id: number) => Promise<TrackLocation | undefined>;
  readonly art: (id: number) => Promise<ArtPicture | undefined>;
}
