/** An M3U playlist, extended or not, as its text has it. */
export interface M3u {
  /** What `#PLAYLIST:` names it. */
  readonly name: string | null;
  /** The lines that name a file: a path or an address. */
  readonly locations: readonly string[];
}

/** Reads M3U and M3U8, with any line ends and with or without a byte order mark. Whatever it does not know it passes over. */
export function readM3u(text: string): M3u {
  let name: string | null = null;
  const locations: string[] = [];
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const line = raw.trim();
    if (line === '') continue;
    if (!line.startsWith('#')) locations.push(line);
    else if (/^#PLAYLIST:/i.test(line)) name = line.slice('#PLAYLIST:'.length).trim() || null;
  }
  return { name, locations };
}
