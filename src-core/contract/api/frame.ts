import * as v from 'valibot';
import type { ErrorReport } from '../errors.ts';

const CallIdSchema = v.pipe(v.string(), v.maxLength(64));

/** What birpc puts on the wire. Anything else is refused before birpc sees it: it trusts what it reads. */
const FrameSchema = v.variant('t', [
  v.object({
    t: v.literal('q'),
    /** Left out by events, which want no answer. */
    i: v.optional(CallIdSchema),
    m: v.pipe(v.string(), v.maxLength(64)),
    a: v.pipe(v.array(v.unknown()), v.maxLength(8)),
  }),
  v.object({ t: v.literal('s'), i: CallIdSchema, r: v.optional(v.unknown()), e: v.optional(v.unknown()) }),
]);
export type Frame = v.InferOutput<typeof FrameSchema>;

/** The message as a frame, or null where it is none. */
export function readFrame(message: unknown): Frame | null {
  const { success, output } = v.safeParse(FrameSchema, message);
  return success ? output : null;
}

/** An answer on the wire. Errors lose their class between processes, so they travel in their plain form. */
export type WireReply =
  { readonly ok: true; readonly result?: unknown } | { readonly ok: false; readonly error: ErrorReport };
