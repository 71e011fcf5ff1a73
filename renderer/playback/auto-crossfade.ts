import type { Cue } from './cue.ts';

const NEUTRAL_SECONDS = 6;
/** How much a whole unit of arousal shortens the crossfade: calm music takes its time, excited music has none to lose. */
const SECONDS_PER_AROUSAL = 6;
const LEAST_AUTO_SECONDS = 1.5;
const MOST_AUTO_SECONDS = 10;
/** A silence at an end of the file means that the music begins or closes by itself there, and needs no help. */
const SILENCE_OF_ITS_OWN_SECONDS = 1;

/**
 * How long two tracks should overlap where the listener leaves it to Segue, in
 * [{@link LEAST_AUTO_SECONDS}, {@link MOST_AUTO_SECONDS}]: longer the calmer the music on both sides is, and half of that
 * for each side with a silence of its own.
 */
export function autoCrossfadeSeconds(
  leaving: Pick<Cue, 'meanArousal' | 'trailingSilenceSeconds'>,
  arriving: Pick<Cue, 'openingArousal' | 'leadingSilenceSeconds'>,
): number {
  const arousal = ((leaving.meanArousal ?? 0) + (arriving.openingArousal ?? 0)) / 2;
  let seconds = NEUTRAL_SECONDS - SECONDS_PER_AROUSAL * arousal;
  if (leaving.trailingSilenceSeconds >= SILENCE_OF_ITS_OWN_SECONDS) seconds /= 2;
  if (arriving.leadingSilenceSeconds >= SILENCE_OF_ITS_OWN_SECONDS) seconds /= 2;
  return Math.min(Math.max(seconds, LEAST_AUTO_SECONDS), MOST_AUTO_SECONDS);
}
