import type { Curve } from '../../contract/analysis.ts';
import type { SoundProfile } from '../../contract/sound.ts';

/** What a model hears in a track. */
export interface HeardTrack {
  readonly curve: Curve;
  /** Standard deviation of the error of each value; null where the model does not say. */
  readonly deviations: Curve | null;
  /** How it sounds besides; null where only its curve was kept. */
  readonly sound: SoundProfile | null;
}
