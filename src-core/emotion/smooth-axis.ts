/**
 * A causal exponential average, one value at a time: each new value has the share `newestShare`, but the first ones
 * are averaged evenly until each weighs as little, so that a song's opening is not held back by its first half second.
 * @param newestShare in (0, 1]; 1 changes nothing
 */
export function createAxisSmoother(newestShare: number): (value: number) => number {
  let count = 0;
  let average = 0;
  return (value) => {
    count++;
    average += Math.max(newestShare, 1 / count) * (value - average);
    return average;
  };
}
