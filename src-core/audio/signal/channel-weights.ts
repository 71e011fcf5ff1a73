const SURROUND = 1.41;

/**
 * Weight of each channel in the loudness sum (ITU-R BS.1770-4, table 3), for channels in the order of WAVE: left,
 * right, centre, low frequencies, surrounds. The surrounds count more, low frequencies not at all.
 */
export function channelWeights(channels: number): number[] {
  return Array.from({ length: channels }, (_, channel) => {
    if (channels < 5 || channel < 3) return 1;
    if (channels === 5) return SURROUND; // left, right, centre and two surrounds
    return channel === 3 ? 0 : SURROUND;
  });
}
