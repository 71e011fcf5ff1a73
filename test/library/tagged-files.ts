/** The smallest PNG: one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An ID3v2.3 tag with text frames (UTF-16) and, if given, a cover; followed by nothing that could be heard. */
export function id3(frames: Record<string, string>, cover?: { mimeType: string; bytes: Uint8Array }): Buffer {
  const bodies = Object.entries(frames).map(([id, text]) =>
    frame(id, Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
  );
  if (cover !== undefined) {
    bodies.push(
      frame('APIC', Buffer.concat([Buffer.from(`\0${cover.mimeType}\0\x03\0`, 'latin1'), cover.bytes])),
    );
  }
  const body = Buffer.concat(bodies);
  const header = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0]);
  for (let i = 0; i < 4; i++) header[6 + i] = (body.length >> (7 * (3 - i))) & 0x7f;
  return Buffer.concat([header, body]);
}

function frame(id: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(10);
  header.write(id, 'latin1');
  header.writeUInt32BE(content.length, 4);
  return Buffer.concat([header, content]);
}
