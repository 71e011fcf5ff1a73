import { equalPowerGains } from './equal-power.ts';
import { rateInStep } from './keep-in-step.ts';
import { otherDeck, type Move } from './move.ts';
import type { DeckName } from './player-state.ts';

/** Where a crossfade stands. */
export interface CrossfadeMoment {
  readonly arriving: DeckName;
  readonly arrivingGain: number;
  /** Null: the leaving track has run out. */
  readonly leavingGain: number | null;
  /** From 0 to 1. */
  readonly progress: number;
  /** How far the arriving deck is behind where its beats would meet the other's; null: they need not. */
  readonly lateSeconds: number | null;
}

/** Gives both decks the gains that they have at a moment of a crossfade, and the arriving one its pace. */
export function fadeTo(move: Move, moment: CrossfadeMoment): void {
  const { arriving, arrivingGain, leavingGain, progress, lateSeconds } = moment;
  if (lateSeconds !== null) {
    move.effects.push({ do: 'rate', deck: arriving, rate: rateInStep(lateSeconds, progress) });
  }
  const gains = equalPowerGains(progress);
  if (leavingGain !== null) {
    move.effects.push({ do: 'gain', deck: otherDeck(arriving), gain: leavingGain * gains.leaving });
  }
  move.effects.push({ do: 'gain', deck: arriving, gain: arrivingGain * gains.arriving });
}
