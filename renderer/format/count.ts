/** Made once: finding out how a language writes numbers takes longer than writing one. */
const ENGLISH = new Intl.NumberFormat('en');

/** `12`, `100,000`. */
export function grouped(count: number): string {
  return ENGLISH.format(count);
}

/** `1 track`, `12 tracks`, `100,000 tracks`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
