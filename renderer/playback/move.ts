import type { Cue } from './cue.ts';
import { planJoin } from './join.ts';
import type { DeckName, Effect, PlayerState, Seam } from './player-state.ts';

/** A step of the state machine while it is being made. */
export interface Move {
  state: PlayerState;
  readonly effects: Effect[];
}

export function otherDeck(deck: DeckName): DeckName {
  return deck === 'a' ? 'b' : 'a';
}

/** Takes whatever the other deck holds off it, and with it the end of a seam. */
export function clearOtherDeck(move: Move): void {
  const { seam, preloaded, deck, gain } = move.state;
  if (!seam && !preloaded) return;
  move.effects.push({ do: 'unload', deck: otherDeck(deck) });
  if (seam) move.effects.push({ do: 'gain', deck, gain });
  if (seam?.inStepFromSeconds != null) move.effects.push({ do: 'rate', deck, rate: 1 });
  move.state = { ...move.state, seam: null, preloaded: false };
}

/** Puts a track on in place of all that is on. Plays it if music is wanted. */
export function putOn(move: Move, cue: Cue, atSeconds: number, gain = cue.gain): void {
  clearOtherDeck(move);
  const { deck, wanted } = move.state;
  move.effects.push({ do: 'load', deck, cue, atSeconds, gain });
  if (wanted) move.effects.push({ do: 'play', deck });
  move.effects.push({ do: 'report-position' });
  move.state = {
    ...move.state,
    phase: wanted ? 'playing' : 'paused',
    current: cue,
    gain,
    positionSeconds: atSeconds,
    next: null,
    failedPreloads: 0,
    trouble: null,
  };
}

/** Nothing is on any more. */
export function takeOff(move: Move): void {
  clearOtherDeck(move);
  const { current, deck } = move.state;
  if (current) move.effects.push({ do: 'unload', deck });
  move.state = { ...move.state, phase: 'idle', current: null, next: null, positionSeconds: 0, trouble: null };
}

/** Ends a seam at once, in favour of the arriving track. */
export function settleSeam(move: Move): void {
  if (!move.state.seam) return;
  clearOtherDeck(move);
  move.state = { ...move.state, phase: 'playing' };
}

/** Tells the core how the current entry ended, and passes to the next one, if there is one. */
export function passOn(
  move: Move,
  reason: 'finished' | 'skipped' | 'failed',
  options: { readonly seconds?: number } = {},
): void {
  const { current, next, preloaded, gain, crossfade, positionSeconds, wanted, deck } = move.state;
  if (!current) return;
  move.effects.push({ do: 'advance', entryId: current.entryId, reason, atSeconds: positionSeconds });
  if (!next) {
    takeOff(move);
    return;
  }
  const join = planJoin(current, next, crossfade, gain);
  const arrivingGain = join.arrivingGain;
  if (!preloaded || !wanted || move.state.seam) {
    putOn(move, next, join.arriveAtSeconds, arrivingGain);
    return;
  }
  if (reason === 'failed') move.effects.push({ do: 'unload', deck });
  const arriving = otherDeck(deck);
  const left = Math.max(0, (join.overAtSeconds ?? positionSeconds) - positionSeconds);
  const seconds = Math.min(options.seconds ?? join.seconds, left);
  const seam: Seam | null =
    reason === 'failed'
      ? null
      : {
          leaving: current,
          leavingGain: gain,
          seconds,
          overAtSeconds: options.seconds === undefined ? join.overAtSeconds : positionSeconds + seconds,
          arriveAtSeconds: join.arriveAtSeconds,
          inStepFromSeconds: join.onBeat && options.seconds === undefined ? join.leaveAtSeconds : null,
          begun: false,
        };
  move.effects.push(
    { do: 'gain', deck: arriving, gain: seconds > 0 && seam ? 0 : arrivingGain },
    { do: 'play', deck: arriving },
    { do: 'report-position' },
  );
  move.state = {
    ...move.state,
    phase: seam ? 'seam' : 'playing',
    deck: arriving,
    current: next,
    gain: arrivingGain,
    positionSeconds: join.arriveAtSeconds,
    next: null,
    preloaded: false,
    failedPreloads: 0,
    trouble: null,
    seam,
  };
}
