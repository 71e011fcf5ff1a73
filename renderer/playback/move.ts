import type { Cue } from './cue.ts';
import { type Join, planJoin } from './join.ts';
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

/**
 * Tells the core how the current entry ended, and passes to the next one, if there is one.
 * @param seconds how long the two are to overlap; undefined: as is planned
 */
export function passOn(move: Move, reason: 'finished' | 'skipped' | 'failed', seconds?: number): void {
  const { current, next, preloaded, gain, crossfade, positionSeconds, wanted, deck } = move.state;
  if (!current) return;
  move.effects.push({ do: 'advance', entryId: current.entryId, reason, atSeconds: positionSeconds });
  if (!next) {
    takeOff(move);
    return;
  }
  const join = planJoin(current, next, crossfade, gain);
  if (!preloaded || !wanted || move.state.seam) {
    putOn(move, next, join.arriveAtSeconds, join.arrivingGain);
    return;
  }
  if (reason === 'failed') move.effects.push({ do: 'unload', deck });
  bringOn(move, next, join, reason === 'failed' ? null : seamOf(move.state, current, join, seconds));
}

/** @param seconds how long the two are to overlap from now on; undefined: as is planned */
function seamOf(
  { gain, positionSeconds }: PlayerState,
  leaving: Cue,
  { seconds: planned, leaveAtSeconds, overAtSeconds, arriveAtSeconds, onBeat }: Join,
  seconds: number | undefined,
): Seam {
  const left = Math.max(0, (overAtSeconds ?? positionSeconds) - positionSeconds);
  const lasting = Math.min(seconds ?? planned, left);
  return {
    leaving,
    leavingGain: gain,
    seconds: lasting,
    overAtSeconds: seconds === undefined ? overAtSeconds : positionSeconds + lasting,
    arriveAtSeconds,
    inStepFromSeconds: onBeat && seconds === undefined ? leaveAtSeconds : null,
    begun: false,
  };
}

/** What waits on the other deck becomes the current track. @param seam how it comes in; null: at once */
function bringOn(move: Move, next: Cue, join: Join, seam: Seam | null): void {
  const { arriveAtSeconds, arrivingGain } = join;
  const arriving = otherDeck(move.state.deck);
  const isFaded = seam !== null && seam.seconds > 0;
  move.effects.push(
    { do: 'gain', deck: arriving, gain: isFaded ? 0 : arrivingGain },
    { do: 'play', deck: arriving },
    { do: 'report-position' },
  );
  move.state = {
    ...move.state,
    phase: seam ? 'seam' : 'playing',
    deck: arriving,
    current: next,
    gain: arrivingGain,
    positionSeconds: arriveAtSeconds,
    next: null,
    preloaded: false,
    failedPreloads: 0,
    trouble: null,
    seam,
  };
}
