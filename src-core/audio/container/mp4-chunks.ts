import { SegueError } from '../../contract/errors.ts';
import type { AudioFile } from './audio-file.ts';
import { isFragmented, shiftOffsets, tablesAreWhole } from './mp4-tables.ts';
import { MAX_MOOV_BYTES, topLevelBoxes } from './mp4-top-level.ts';
import type { Pace } from './pace.ts';
import { plainChunks, type ByteRange } from './plain-chunks.ts';

const MAX_MOOF_BYTES = 4 << 20;

interface TopLevel {
  readonly moov: ByteRange | null;
  readonly fragments: readonly ByteRange[];
}

/** Where the index and the fragments are. */
async function findTopLevel(file: AudioFile, range: ByteRange): Promise<TopLevel> {
  let moov: ByteRange | null = null;
  const fragments: ByteRange[] = [];
  for await (const { type, start, end } of topLevelBoxes(file, range)) {
    if (type === 'moov') moov ??= { start, end };
    if (type === 'moof') fragments.push({ start, end });
  }
  return { moov, fragments };
}

/** The box's bytes, its tables checked. */
async function readIndex(file: AudioFile, { start, end }: ByteRange, maxBytes: number): Promise<Uint8Array> {
  const damaged = new SegueError('corrupt-audio', "The MP4 file's index is damaged.", { path: file.path });
  if (end - start > maxBytes) throw damaged;
  const box = await file.readAt(start, end - start);
  if (!tablesAreWhole(box)) throw damaged;
  return box;
}

/**
 * An MP4 or QuickTime file with its index in front, wherever it stands in the file: the decoder would otherwise hold
 * the whole file in memory until the index comes. The chunk offsets in the index are moved by its own length to
 * match. A fragmented file has its index in front already and is passed on as it stands, once all is checked.
 */
export async function* mp4Chunks(file: AudioFile, range: ByteRange, pace: Pace): AsyncGenerator<Uint8Array> {
  const { path } = file;
  const { moov, fragments } = await findTopLevel(file, range);
  if (moov === null) {
    const message = 'The MP4 file has no index (moov): it was not finished, or is cut short.';
    throw new SegueError('corrupt-audio', message, { path });
  }
  const index = await readIndex(file, moov, MAX_MOOV_BYTES);
  if (isFragmented(index) && fragments.length > 0) {
    for (const fragment of fragments) await readIndex(file, fragment, MAX_MOOF_BYTES);
    yield await file.readAt(range.start, moov.end - range.start);
    yield* plainChunks(file, { start: moov.end, end: range.end }, pace);
    return;
  }
  if (!shiftOffsets(index, index.length)) {
    throw new SegueError('unsupported-format', 'MP4 files of 4 GB and more are not decoded.', { path });
  }
  yield index;
  yield* plainChunks(file, range, pace);
}
