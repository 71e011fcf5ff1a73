import { SegueError } from '../../contract/errors.ts';
import { asfPacketBytes, asfSize, ASF_OBJECT_HEADER } from './asf-header.ts';
import type { AudioFile } from './audio-file.ts';
import type { Pace } from './pace.ts';
import { plainChunks, type ByteRange } from './plain-chunks.ts';

/** Header of the data object: that of any object, the file's id, the number of packets, two reserved bytes. */
const DATA_HEADER = ASF_OBJECT_HEADER + 26;
/** The header may hold a cover picture. */
const MAX_HEADER = 64 << 20;

/**
 * A Windows Media file as one piece with the whole header and the first packets, since the decoder expects them
 * together, and the other packets. The index behind them is left out: it would be taken for more packets.
 */
export async function* asfChunks(file: AudioFile, range: ByteRange, pace: Pace): AsyncGenerator<Uint8Array> {
  const { path } = file;
  const first = await file.readAt(range.start, ASF_OBJECT_HEADER);
  const headerBytes = first.length < ASF_OBJECT_HEADER ? Infinity : asfSize(first, 16);
  if (headerBytes > Math.min(MAX_HEADER, range.end - range.start - DATA_HEADER)) {
    throw new SegueError('corrupt-audio', 'The Windows Media file ends within its header.', { path });
  }
  const packetBytes = asfPacketBytes(await file.readAt(range.start, headerBytes), path);
  const data = range.start + headerBytes;
  const dataHeader = await file.readAt(data, DATA_HEADER);
  const dataBytes = asfSize(dataHeader, 16);
  const end = dataBytes > DATA_HEADER ? Math.min(range.end, data + dataBytes) : range.end;
  const rest = Math.min(end, data + DATA_HEADER + packetBytes * Math.ceil(pace.bytes / packetBytes));
  yield await file.readAt(range.start, rest - range.start);
  yield* plainChunks(file, { start: rest, end }, pace);
}
