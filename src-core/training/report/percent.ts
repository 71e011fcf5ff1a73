/** `7.4` for 0.0738. */
export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
