/** What the decoded sound is made of: whole numbers of 16 bits, channels taking turns. */
export interface WavFormat {
  readonly sampleRateHz: number;
  readonly channels: number;
}

export const WAV_HEADER_BYTES = 44;

export function bytesPerFrame({ channels }: WavFormat): number {
  return channels * 2;
}

/** The header of a WAVE file with 16-bit samples (Microsoft, Multimedia Programming Interface and Data Specifications 1.0). */
export function wavHeader(format: WavFormat, frames: number): Uint8Array {
  const { sampleRateHz, channels } = format;
  // Sizes are 32 bits; a sound too long for them says the most it can, and players read to the end.
  const dataBytes = Math.min(frames * bytesPerFrame(format), 0xffffffff - 36);
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(dataBytes + 36, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * bytesPerFrame(format), 28);
  header.writeUInt16LE(bytesPerFrame(format), 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
