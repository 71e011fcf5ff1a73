const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file's name as text, or null where its bytes are not UTF-8, so that no string can lead back to the file. */
export function decodeName(name: Uint8Array): string | null {
  try {
    return strictUtf8.decode(name);
  } catch {
    return null;
  }
}

/** Such a name made readable: every byte beyond ASCII as `\xHH`. */
export function describeName(name: Uint8Array): string {
  return Array.from(name, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}

/** Folders that systems and network drives fill for themselves. */
const SYSTEM_FOLDERS = new Set([
  '@eaDir',
  '#recycle',
  '$RECYCLE.BIN',
  'System Volume Information',
  'lost+found',
]);

/** Hidden files (macOS's `._name` among them) and system folders are nobody's music. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || SYSTEM_FOLDERS.has(name);
}
