import { trackAddress, type Settings, type Track } from '../../src-core/contract/api/index.ts';
import { Deck } from './deck.ts';
import { levelGain, volumeGain } from './level.ts';
import type { Player } from './player.ts';
import type { CreateSound } from './sound.ts';

export interface ExcerptOptions {
  readonly player: Pick<Player, 'state' | 'pause' | 'play'>;
  readonly createSound: CreateSound;
  readonly mediaBase: string;
  readonly settings: () => Pick<Settings, 'volume' | 'muted' | 'levelLoudness'>;
  readonly schedule: (run: () => void, delayMs: number) => void;
  /** Told which track is heard in passing; null: none any more. */
  readonly onChange: (trackId: number | null) => void;
  readonly onFailed: (message: string) => void;
}

export const EXCERPT_SECONDS = 10;
/** Beginnings and endings tell little of a track; a third of the way in, it is itself. */
const STARTS_AT_SHARE = 0.3;
const FADE_SECONDS = 0.4;
const TICK_MS = 50;

/** Lets a few seconds of any track be heard. What plays waits meanwhile, and goes on from the very same place. */
export class Excerpt {
  readonly #options: ExcerptOptions;
  readonly #deck: Deck;
  #track: Track | null = null;
  #fromSeconds = 0;
  #resumes = false;
  #ticking = false;

  constructor(options: ExcerptOptions) {
    this.#options = options;
    this.#deck = new Deck(options.createSound, {
      ended: () => this.stop(),
      failed: ({ message }) => {
        this.stop();
        options.onFailed(message);
      },
      blocked: () => this.stop(),
    });
  }

  /** Plays from within the track; another one that is being heard gives way to it. */
  start(track: Track): void {
    const { player, mediaBase } = this.#options;
    if (!this.#track) {
      this.#resumes = player.state.wanted;
      if (this.#resumes) player.pause();
    }
    this.#track = track;
    this.#fromSeconds = startOf(track);
    this.#deck.load(trackAddress(mediaBase, track.id), this.#fromSeconds, 0);
    this.#deck.play();
    this.#options.onChange(track.id);
    this.#tick();
  }

  stop(): void {
    if (!this.#track) return;
    this.#track = null;
    this.#deck.unload();
    this.#options.onChange(null);
    if (this.#resumes) this.#options.player.play();
    this.#resumes = false;
  }

  #tick(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    this.#options.schedule(() => {
      this.#ticking = false;
      if (!this.#track) return;
      // Whoever starts the music meanwhile wants to hear it, and nothing else.
      if (this.#options.player.state.wanted) {
        this.stop();
        return;
      }
      const heard = this.#deck.positionSeconds - this.#fromSeconds;
      if (heard >= EXCERPT_SECONDS) {
        this.stop();
        return;
      }
      this.#deck.setVolume(this.#fullVolume(this.#track) * envelope(heard));
      this.#tick();
    }, TICK_MS);
  }

  #fullVolume({ loudnessLufs, samplePeak }: Track): number {
    const settings = this.#options.settings();
    return volumeGain(settings) * levelGain(settings.levelLoudness ? loudnessLufs : null, samplePeak);
  }
}

function startOf({ durationSeconds, leadingSilenceSeconds, trailingSilenceSeconds }: Track): number {
  const first = leadingSilenceSeconds ?? 0;
  if (durationSeconds === null) return first;
  const sounding = durationSeconds - first - (trailingSilenceSeconds ?? 0);
  return first + Math.max(0, Math.min(STARTS_AT_SHARE * sounding, sounding - EXCERPT_SECONDS));
}

/** Factor of amplitude: in and out without a click. */
function envelope(heardSeconds: number): number {
  const left = EXCERPT_SECONDS - heardSeconds;
  return Math.min(1, Math.max(0, Math.min(heardSeconds, left) / FADE_SECONDS));
}
