/** How a text sorts among others: case, accents and a leading "The" do not count, and numbers stand in their order. */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^the\s+/, '')
    .replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}
