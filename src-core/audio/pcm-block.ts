/** A stretch of decoded sound at the rate of its file. Channels have equal lengths; every sample is finite. */
export interface PcmBlock {
  readonly sampleRateHz: number;
  readonly channels: readonly Float32Array[];
}
