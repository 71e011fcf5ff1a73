/**
 * What a listener typed as FTS5 reads it: every word of it (the last letters of a word may be missing; case and accents do
 * not count). Each is quoted, so that nothing is read as FTS5 syntax; '' where there is no word.
 */
export function toFtsQuery(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => `"${word}"*`).join(' ');
}
