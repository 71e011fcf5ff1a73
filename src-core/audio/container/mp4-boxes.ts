import { fourCharacters, viewOf } from './bytes.ts';

/** A box in memory: `start` is its header's first byte, `body` the first behind the header. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** Boxes that hold nothing but boxes, on the way from `moov` and `moof` to a track's tables. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'mvex', 'moof', 'traf']);
const MAX_DEPTH = 16;

/** Size of a box and of its header (ISO 14496-12, section 4.2), or null where there is none. Size 0: to the end. */
export function boxSize(bytes: Uint8Array, at: number): { header: number; size: number } | null {
  if (at + 8 > bytes.length) return null;
  const view = viewOf(bytes);
  const size = view.getUint32(at);
  if (size === 0) return { header: 8, size: Infinity };
  if (size !== 1) return size < 8 ? null : { header: 8, size };
  if (at + 16 > bytes.length) return null;
  const long = Number(view.getBigUint64(at + 8));
  return long < 16 ? null : { header: 16, size: long };
}

/** All boxes between `start` and `end`, and those inside containers, in the order of the file. */
export function* boxes(bytes: Uint8Array, start: number, end: number, depth = 0): Generator<Box> {
  for (let at = start; at + 8 <= end && depth < MAX_DEPTH;) {
    const found = boxSize(bytes, at);
    if (found === null) return;
    const type = fourCharacters(bytes, at + 4);
    const box = { type, start: at, body: at + found.header, end: Math.min(end, at + found.size) };
    yield box;
    if (CONTAINERS.has(type)) yield* boxes(bytes, box.body, box.end, depth + 1);
    at = box.end;
  }
}
