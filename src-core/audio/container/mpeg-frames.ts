/** Kbit/s by bit rate index, for MPEG-1 layers I, II, III, then MPEG-2 and 2.5 layers I and II/III (ISO 11172-3, 13818-3). */
const KBITS = {
  v1: {
    1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  },
  v2: {
    1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  },
} as const;

const RATES_HZ = [44_100, 48_000, 32_000] as const;

/** Frames in a row that make a stream: three agreeing headers do not come about by chance. */
const FRAMES_TO_TRUST = 3;

interface FrameHeader {
  readonly bytes: number;
  /** What stays the same from frame to frame of one stream. */
  readonly kind: string;
}

/** Header of an MPEG layer I, II or III frame, or null. Free-format frames, which do not say their length, are not seen. */
function mpegHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1] & 0xe0) !== 0xe0) return null;
  const version = (bytes[at + 1] >> 3) & 3; // 0: 2.5, 2: 2, 3: 1
  const layer = 4 - ((bytes[at + 1] >> 1) & 3);
  const rate = RATES_HZ[((bytes[at + 2] >> 2) & 3) as 0 | 1 | 2] as number | undefined;
  if (version === 1 || rate === undefined || !(layer === 1 || layer === 2 || layer === 3)) return null;
  const kbits = KBITS[version === 3 ? 'v1' : 'v2'][layer][bytes[at + 2] >> 4] ?? 0;
  if (kbits === 0) return null;
  const rateHz = rate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (bytes[at + 2] >> 1) & 1;
  const perFrame = layer === 1 ? 48 : layer === 3 && version !== 3 ? 72 : 144; // samples a frame / 8
  const length = Math.floor(((perFrame / (layer === 1 ? 4 : 1)) * (kbits * 1000)) / rateHz + padding);
  return { bytes: layer === 1 ? length * 4 : length, kind: `mpeg ${version} ${layer} ${rateHz}` };
}

/** Header of an AAC frame in ADTS (ISO 14496-3, 1.A.2.2), or null. */
function adtsHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + 7 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1] & 0xf6) !== 0xf0) return null;
  const rateIndex = (bytes[at + 2] >> 2) & 15;
  const length = ((bytes[at + 3] & 3) << 11) | (bytes[at + 4] << 3) | (bytes[at + 5] >> 5);
  if (rateIndex > 12 || length < 8) return null;
  return { bytes: length, kind: `adts ${bytes[at + 2] & 0xfc}` };
}

function startsStream(bytes: Uint8Array, at: number, header: typeof mpegHeader): boolean {
  const first = header(bytes, at);
  if (first === null) return false;
  let position = at;
  for (let frames = 1, frame: FrameHeader = first; frames < FRAMES_TO_TRUST; frames++) {
    position += frame.bytes;
    if (position >= bytes.length) return frames > 1 || at === 0;
    const next = header(bytes, position);
    if (next?.kind !== first.kind) return false;
    frame = next;
  }
  return true;
}

/** The first place in `bytes` where a stream of MPEG audio or of AAC in ADTS frames begins, or null. */
export function findMpegStream(bytes: Uint8Array): { kind: 'mp3' | 'aac'; offset: number } | null {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (startsStream(bytes, at, mpegHeader)) return { kind: 'mp3', offset: at };
    if (startsStream(bytes, at, adtsHeader)) return { kind: 'aac', offset: at };
  }
  return null;
}
