import parseRange from 'range-parser';

/** Both ends are included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of `size` bytes that a Range header asks for (RFC 9110, section 14): `bytes=a-b`, `bytes=a-` or `bytes=-n`.
 * Null where the whole is to be sent: no header, one that is malformed or of another unit, or several ranges.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  if (header === null || !/^bytes=\s*\d*-\d*\s*$/.test(header)) return null;
  const suffix = /^bytes=\s*-(\d+)/.exec(header);
  // More than there is of the end is all of it; the parser would refuse.
  if (suffix !== null && Number(suffix[1]) > size && size > 0) return { start: 0, end: size - 1 };
  const ranges = parseRange(size, header);
  if (ranges === -1) return 'unsatisfiable';
  return ranges === -2 ? null : { start: ranges[0].start, end: ranges[0].end };
}
