/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Leaves room for an ending within the 255 bytes that file systems allow. */
const LONGEST_CHARACTERS = 60;

/** A file's name, without an ending, that every file system takes. */
export function safeFileName(name: string): string {
  const plain = name
    // eslint-disable-next-line no-control-regex -- which no file system takes
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = plain.slice(0, LONGEST_CHARACTERS).toWellFormed().trimEnd();
  return short === '' || RESERVED.test(short) ? `Playlist ${short}`.trim() : short;
}
