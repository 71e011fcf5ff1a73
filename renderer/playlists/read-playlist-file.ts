/**
 * The text of a playlist file. M3U8 is UTF-8; plain M3U may be that too, or whatever Windows wrote in Western Europe, or
 * UTF-16 with a byte order mark.
 */
export function readPlaylistBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a playlist is called after its file; at least something. */
export function playlistNameOf(fileName: string): string {
  return fileName.replace(/\.m3u8?$/i, '').trim() || 'Playlist';
}
