/** For the start of a thread, the loading of the model, and a machine that is busy with other things. */
const BASE_SECONDS = 60;
/** Slowest analysis still taken for progress, in seconds of music per second; a usual machine does 100. */
const SLOWEST_SPEED = 4;
/** A modest compressed rate, 64 kbit/s, for files whose headers do not tell their length. */
const MODEST_BYTES_PER_SECOND = 8000;
/** A CD's rate: music is rarely denser, so a header that promises less for the file's size is wrong. */
const CD_BYTES_PER_SECOND = 176_400;

/** How long the analysis of a file may take before its decoder counts as hanging: a generous multiple of its length. */
export function analysisTimeLimitSeconds(sizeBytes: number, headerDurationSeconds: number | null): number {
  const likelySeconds = headerDurationSeconds ?? sizeBytes / MODEST_BYTES_PER_SECOND;
  const atLeastSeconds = sizeBytes / CD_BYTES_PER_SECOND;
  return BASE_SECONDS + Math.max(likelySeconds, atLeastSeconds) / SLOWEST_SPEED;
}

/** Tags and fingerprint come from a few short reads; only a parser that hangs, or a drive that does, takes this long. */
export const PROBE_TIME_LIMIT_SECONDS = 60;
