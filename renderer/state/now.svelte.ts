import { getContext, setContext } from 'svelte';
import type { Track, TrackCurve } from '../../src-core/contract/api/index.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { meanMood } from '../curve/mean-mood.ts';
import { curveOf } from '../curve/curve-of.svelte.ts';
import type { Session } from './session.svelte.ts';

/** The colour of the page follows the music in such steps, so that it is calm and costs next to nothing. */
const MOOD_STEP_SECONDS = 8;
/** What is heard around a step counts as its mood. */
const MOOD_WINDOW_SECONDS = 12;

/** What plays, as all that shows it needs it. */
export class Now {
  readonly #session: Session;
  readonly #own: { readonly curve: TrackCurve | null };
  readonly #step: number;
  readonly #mood: MoodPoint | null;

  /** To be called while a component is set up. */
  constructor(session: Session) {
    this.#session = session;
    this.#own = curveOf(session, () => (this.track?.hasCurve ? this.track.id : null));
    this.#step = $derived(Math.floor(session.playback.positionSeconds / MOOD_STEP_SECONDS));
    this.#mood = $derived(
      this.curve ? this.#moodAt(this.curve, this.#step * MOOD_STEP_SECONDS) : this.#meanMood(),
    );
  }

  get track(): Track | null {
    return this.#session.queue?.current?.track ?? null;
  }

  /** Null while there is none, or while it is on its way. */
  get curve(): TrackCurve | null {
    return this.#own.curve;
  }

  /** How the music feels about now; null where nothing plays or nothing is known of it. */
  get mood(): MoodPoint | null {
    return this.#mood;
  }

  #moodAt(curve: TrackCurve, seconds: number): MoodPoint | null {
    return meanMood(curve, seconds, seconds + MOOD_WINDOW_SECONDS) ?? this.#meanMood();
  }

  #meanMood(): MoodPoint | null {
    return this.track?.meanMood ?? null;
  }
}

const KEY = Symbol('now');

export function provideNow(now: Now): Now {
  return setContext(KEY, now);
}

export function useNow(): Now {
  return getContext<Now>(KEY);
}
