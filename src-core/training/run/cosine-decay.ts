/** Half a cosine from the full rate to none (Loshchilov & Hutter 2017). @param progress 0 to 1 */
export function cosineDecay(rate: number, progress: number): number {
  return rate * 0.5 * (1 + Math.cos(Math.PI * progress));
}
