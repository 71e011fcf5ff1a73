import { SegueError } from '../../contract/errors.ts';
import { viewOf } from './bytes.ts';

/** GUIDs as they stand in the file (ASF specification, section 10). */
const STREAM_PROPERTIES = '9107dcb7b7a9cf118ee600c00c205365';
const FILE_PROPERTIES = 'a1dcab8c47a9cf118ee400c00c205365';
const CONTENT_ENCRYPTION = 'fbb3112223bdd211b4b700a0c955fc6e';
const AUDIO_MEDIA = '409e69f84d5bcf11a8fd00805f5c442b';

export const ASF_OBJECT_HEADER = 24;
const HEADER_OBJECT = 30;
const MAX_PACKET = 1 << 20;
const CODECS = [0x160, 0x161, 0x162, 0x163]; // WMA 1, 2, Pro, Lossless

function guid(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, 16).toString('hex');
}

/** A size field of 64 bits, as a number; at least what its object header takes. */
export function asfSize(bytes: Uint8Array, at: number): number {
  return Math.max(ASF_OBJECT_HEADER, Number(viewOf(bytes).getBigUint64(at, true)));
}

/** The objects in the header, by name. */
function* objects(header: Uint8Array): Generator<{ name: string; body: Uint8Array }> {
  for (let at = HEADER_OBJECT; at + ASF_OBJECT_HEADER <= header.length;) {
    const end = Math.min(header.length, at + asfSize(header, at + 16));
    yield { name: guid(header, at), body: header.subarray(at + ASF_OBJECT_HEADER, end) };
    at = end;
  }
}

/**
 * Size in bytes of a file's packets. Throws SegueError where the header object does not describe a stream of Windows
 * Media Audio that the decoder can be trusted with.
 */
export function asfPacketBytes(header: Uint8Array, path: string): number {
  let packetBytes = 0;
  let streams = 0;
  let codec: number | null = null;
  let blockAlign = 0;
  for (const { name, body } of objects(header)) {
    if (name === CONTENT_ENCRYPTION) {
      throw new SegueError('unsupported-format', 'The file is copy-protected (Windows Media DRM).', { path });
    }
    if (name === STREAM_PROPERTIES) streams += 1;
    if (name === FILE_PROPERTIES && body.length >= 80) packetBytes = viewOf(body).getUint32(72, true);
    if (name === STREAM_PROPERTIES && body.length >= 72 && guid(body, 0) === AUDIO_MEDIA) {
      codec = viewOf(body).getUint16(54, true);
      blockAlign = viewOf(body).getUint16(66, true);
    }
  }
  if (codec === null) throw new SegueError('corrupt-audio', 'The file has no stream of sound.', { path });
  if (!CODECS.includes(codec)) {
    const name = `0x${codec.toString(16)}`;
    throw new SegueError('unsupported-format', `Windows Media coding ${name} is not decoded.`, { path });
  }
  if (streams > 1) {
    const message = 'Windows Media files with more than one stream (video, say) are not decoded.';
    throw new SegueError('unsupported-format', message, { path });
  }
  if (blockAlign === 0 || packetBytes === 0 || packetBytes > MAX_PACKET) {
    throw new SegueError('corrupt-audio', "The Windows Media file's header is damaged.", { path });
  }
  return packetBytes;
}
