/** The byte forms of Standard MIDI Files 1.0 (RP-001). */

/** Variable-length quantity: 7 bits a byte, most significant first. */
export function variableLength(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** Big-endian bytes of an unsigned number. */
export const bigEndian = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => (value >>> (8 * (bytes - 1 - i))) & 0xff);

/** ASCII bytes. */
export const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

/** A chunk: four letters, length, content. */
export const chunk = (type: string, content: readonly number[]): number[] => [
  ...ascii(type),
  ...bigEndian(content.length, 4),
  ...content,
];
