import { hasText, viewOf } from './bytes.ts';

/** Samples that a layer III decoder is late by. */
const DECODER_DELAY = 529;

/** What the first frame of an MPEG stream says of the whole, in place of sound. */
export interface MpegInfo {
  /** Where the music begins and ends among the samples behind it, and where the padding at its end does; null: not told. */
  readonly music: { readonly start: number; readonly end: number; readonly paddedEnd: number } | null;
}

/**
 * The Xing, Info or VBRI header in a frame of layer III that begins at the first byte, or null where the frame is sound.
 * The delay and padding that LAME and its like write are kept, so that albums play and are heard without gaps.
 */
export function mpegInfo(bytes: Uint8Array): MpegInfo | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || (bytes[1] & 0xe6) !== 0xe2) return null;
  const isVersion1 = (bytes[1] & 0x18) === 0x18;
  const isMono = bytes[3] >> 6 === 3;
  if (hasText(bytes, 36, 'VBRI')) return { music: null };
  const at = 4 + (isVersion1 ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  if (!hasText(bytes, at, 'Xing') && !hasText(bytes, at, 'Info')) return null;
  return { music: musicWithin(bytes.subarray(at), isVersion1 ? 1152 : 576) };
}

function musicWithin(info: Uint8Array, frameSamples: number): MpegInfo['music'] {
  const FRAMES = 1;
  const flags = info[7];
  // Frames, bytes, table of contents and quality, as far as they are there; then nine letters of the encoder's name.
  const encoder = 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  if (!(flags & FRAMES) || info.length < encoder + 24 || info[encoder] === 0) return null;
  const frames = viewOf(info).getUint32(8);
  const [a, b, c] = info.subarray(encoder + 21, encoder + 24);
  const start = ((a << 4) | (b >> 4)) + DECODER_DELAY;
  const paddedEnd = frames * frameSamples;
  const end = paddedEnd - Math.max(0, (((b & 15) << 8) | c) - DECODER_DELAY);
  return start < end ? { start, end, paddedEnd } : null;
}
