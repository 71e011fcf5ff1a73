import { Deck } from './deck.ts';
import type { DeckName, Effect } from './player-state.ts';
import type { CreateSound } from './sound.ts';

export interface DeckEvents {
  readonly ended: (deck: DeckName) => void;
  readonly failed: (deck: DeckName, failure: { message: string; networkOrSource: boolean }) => void;
  readonly blocked: (deck: DeckName) => void;
}

type DeckEffect = Extract<Effect, { readonly deck: DeckName }>;

/** Both decks, and the volume above them. */
export class Decks {
  readonly #decks: Readonly<Record<DeckName, Deck>>;
  readonly #gains: Record<DeckName, number> = { a: 1, b: 1 };
  #volume = 1;

  constructor(createSound: CreateSound, events: DeckEvents) {
    const deck = (name: DeckName) =>
      new Deck(createSound, {
        ended: () => events.ended(name),
        failed: (failure) => events.failed(name, failure),
        blocked: () => events.blocked(name),
      });
    this.#decks = { a: deck('a'), b: deck('b') };
  }

  get positionSeconds(): Record<DeckName, number> {
    return { a: this.#decks.a.positionSeconds, b: this.#decks.b.positionSeconds };
  }

  get durationSeconds(): Record<DeckName, number | null> {
    return { a: this.#decks.a.durationSeconds, b: this.#decks.b.durationSeconds };
  }

  /** @param volume factor of amplitude in [0, 1] that applies to both */
  setVolume(volume: number): void {
    if (volume === this.#volume) return;
    this.#volume = volume;
    for (const name of ['a', 'b'] as const) this.#decks[name].setVolume(this.#gains[name] * volume);
  }

  do(effect: DeckEffect): void {
    const deck = this.#decks[effect.deck];
    switch (effect.do) {
      case 'load':
        this.#gains[effect.deck] = effect.gain;
        deck.load(effect.cue.address, effect.atSeconds, effect.gain * this.#volume);
        break;
      case 'gain':
        this.#gains[effect.deck] = effect.gain;
        deck.setVolume(effect.gain * this.#volume);
        break;
      case 'rate':
        deck.setRate(effect.rate);
        break;
      case 'seek':
        deck.seek(effect.seconds);
        break;
      case 'play':
        deck.play();
        break;
      case 'pause':
        deck.pause();
        break;
      case 'unload':
        deck.unload();
        break;
    }
  }

  unload(): void {
    this.#decks.a.unload();
    this.#decks.b.unload();
  }
}
