import type { SeamBeats } from '../contract/queue.ts';
import type { SoundProfile } from '../contract/sound.ts';

/**
 * Confidence in a track's tempo from which its beats are to be met. Of the demo library's pieces those with drums or a strummed
 * rhythm have 0.23 and more, those without have 0.13 at most.
 */
const CLEAR_TEMPO = 0.2;

/** The beats of two tracks that may meet where one passes into the other; null where a side has none that is clear there. */
export function seamBeats(
  leavingTrackId: number,
  leaving: SoundProfile | undefined,
  arriving: SoundProfile | undefined,
): SeamBeats | null {
  if (!hasClearTempo(leaving) || !hasClearTempo(arriving)) return null;
  const { closingBeat } = leaving;
  const { openingBeat } = arriving;
  if (closingBeat === null || openingBeat === null) return null;
  return { leavingTrackId, leaving: closingBeat, arriving: openingBeat };
}

function hasClearTempo(sound: SoundProfile | undefined): sound is SoundProfile {
  return (sound?.tempo?.confidence ?? 0) >= CLEAR_TEMPO;
}
