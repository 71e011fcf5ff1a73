/** Positive shares that sum to 1, in proportion to the exponentials of `count` logits from `offset` on. */
export function softmax(logits: ArrayLike<number>, offset: number, count: number): Float64Array {
  let largest = -Infinity;
  for (let i = 0; i < count; i++) largest = Math.max(largest, logits[offset + i]);
  const shares = Float64Array.from({ length: count }, (_, i) => Math.exp(logits[offset + i] - largest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
