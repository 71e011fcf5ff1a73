import type { ErrorReport } from '../../contract/errors.ts';

/** What the decoding thread is asked for. */
export interface DecodeTask {
  readonly path: string;
  readonly outPath: string;
  /** As far as the library knows. */
  readonly channels: number | null;
}

/** What it tells, in this order: the format once, then every piece that is written, then its end. */
export type DecodeProgress =
  | { readonly kind: 'format'; readonly sampleRateHz: number; readonly channels: number }
  | { readonly kind: 'written'; readonly bytes: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: ErrorReport };
