/** A failure in the words that it came with. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
