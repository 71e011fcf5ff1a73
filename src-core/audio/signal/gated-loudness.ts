const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/** Loudness of a mean square that is already K-weighted and summed over channels (BS.1770-4, equation 2). */
export function lufs(meanSquare: number): number {
  return -0.691 + 10 * Math.log10(meanSquare);
}

function meanSquareOf(loudnessLufs: number): number {
  return 10 ** ((loudnessLufs + 0.691) / 10);
}

/** Mean of the blocks above a threshold, or null where none is. */
function meanAbove(blocks: readonly number[], threshold: number): number | null {
  let sum = 0;
  let count = 0;
  for (const block of blocks) {
    if (block <= threshold) continue;
    sum += block;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/**
 * Integrated loudness in LUFS from the mean squares of the 400 ms blocks (BS.1770-4, equations 5 to 7), or null
 * where all of them lie below the absolute gate.
 */
export function gatedLoudness(blocks: readonly number[]): number | null {
  const absoluteGate = meanSquareOf(ABSOLUTE_GATE_LUFS);
  const ungated = meanAbove(blocks, absoluteGate);
  if (ungated === null) return null;
  const relativeGate = meanSquareOf(lufs(ungated) + RELATIVE_GATE_LU);
  const gated = meanAbove(blocks, Math.max(absoluteGate, relativeGate));
  return gated === null ? null : lufs(gated);
}
