import * as v from 'valibot';
import { CountSchema } from './shapes.ts';

/** What runs here and what it knows, for an about page and for bug reports. */
export const DiagnosticsSchema = v.strictObject({
  version: v.string(),
  node: v.string(),
  platform: v.string(),
  /** Where the library lies. */
  databasePath: v.string(),
  databaseBytes: CountSchema,
  counts: v.strictObject({
    tracks: CountSchema,
    missing: CountSchema,
    withCurve: CountSchema,
    pending: CountSchema,
    failed: CountSchema,
    skipped: CountSchema,
    durationSeconds: v.number(),
  }),
  /** 'wasm', or 'tfjs-node' where that was asked for and works. */
  engine: v.string(),
  models: v.array(
    v.strictObject({
      name: v.string(),
      version: v.string(),
      /** What the model is, what it was trained on and how well it does, a sentence each. */
      card: v.array(v.string()),
      curveCount: CountSchema,
    }),
  ),
});
export type Diagnostics = v.InferOutput<typeof DiagnosticsSchema>;

/** Something the listener should know though nothing they asked for failed. */
export const NoticeSchema = v.strictObject({
  level: v.picklist(['info', 'warning', 'error']),
  message: v.string(),
});
export type Notice = v.InferOutput<typeof NoticeSchema>;
