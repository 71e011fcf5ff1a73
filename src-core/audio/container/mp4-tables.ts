import { boxes, type Box } from './mp4-boxes.ts';
import { viewOf } from './bytes.ts';

/** Tables, by box: the offset of their number of entries behind the header, and the bytes of an entry. */
const TABLES: Readonly<Record<string, readonly [countAt: number, entryBytes: number]>> = {
  stsz: [8, 4],
  stco: [4, 4],
  co64: [4, 8],
  stsc: [4, 12],
  stts: [4, 8],
  elst: [4, 12],
};
/** The decoder keeps a table's entries as numbers of eight bytes and more; ten hours of AAC have 1.6 million. */
const MAX_ENTRIES = 8_000_000;
/** An entry here becomes an object, and is looked for from the far end. */
const MAX_CHUNK_RUNS = 1_000_000;
/** No codec's frame comes near. A damaged size would make the decoder wait for gigabytes. */
const MAX_FRAME_BYTES = 1 << 20;

/** Fields of a track run that each sample repeats (ISO 14496-12, section 8.8.8). */
const RUN_FIELDS = [0x100, 0x200, 0x400, 0x800];

function tableIsWhole(view: DataView, box: Box): boolean {
  const [countAt, entryBytes] = TABLES[box.type];
  if (box.body + countAt + 4 > box.end) return false;
  const count = view.getUint32(box.body + countAt);
  const evenSizes = box.type === 'stsz' && view.getUint32(box.body + 4) !== 0;
  const needed = evenSizes ? 0 : count * entryBytes;
  const most = box.type === 'stsc' ? MAX_CHUNK_RUNS : MAX_ENTRIES;
  return count <= most && box.body + countAt + 4 + needed <= box.end;
}

function runIsWhole(view: DataView, box: Box): boolean {
  if (box.body + 8 > box.end) return false;
  const flags = view.getUint32(box.body) & 0xffffff;
  const fields = RUN_FIELDS.filter((flag) => (flags & flag) !== 0).length;
  const count = view.getUint32(box.body + 4);
  return (
    count <= MAX_ENTRIES && box.body + 8 + count * fields * 4 <= box.end && (fields > 0 || count < 65_536)
  );
}

/**
 * Whether every table in a `moov` or `moof` is as long as it says. The decoder believes their counts, and would build
 * tables of four thousand million entries.
 */
export function tablesAreWhole(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  for (const box of boxes(bytes, 0, bytes.length)) {
    if (box.type in TABLES && !tableIsWhole(view, box)) return false;
    if (box.type === 'trun' && !runIsWhole(view, box)) return false;
  }
  return true;
}

/** Whether the samples of the film come in fragments, each with its own tables. */
export function isFragmented(moov: Uint8Array): boolean {
  for (const box of boxes(moov, 0, moov.length)) if (box.type === 'mvex') return true;
  return false;
}

/**
 * Adds `shift` to all chunk offsets in `moov`, as if so many bytes had been put in front of the file, and takes
 * impossible frame sizes out. Returns false where an offset no longer fits its field.
 */
export function shiftOffsets(moov: Uint8Array, shift: number): boolean {
  const view = viewOf(moov);
  for (const box of boxes(moov, 0, moov.length)) {
    const count = box.type in TABLES ? view.getUint32(box.body + TABLES[box.type][0]) : 0;
    for (let i = 0; i < count; i++) {
      if (box.type === 'stco') {
        const at = box.body + 8 + i * 4;
        const offset = view.getUint32(at) + shift;
        if (offset > 0xffffffff) return false;
        view.setUint32(at, offset);
      } else if (box.type === 'co64') {
        const at = box.body + 8 + i * 8;
        view.setBigUint64(at, BigInt.asUintN(64, view.getBigUint64(at) + BigInt(shift)));
      } else if (box.type === 'stsz' && view.getUint32(box.body + 4) === 0) {
        const at = box.body + 12 + i * 4;
        if (view.getUint32(at) > MAX_FRAME_BYTES) view.setUint32(at, 0);
      } else break;
    }
  }
  return true;
}
