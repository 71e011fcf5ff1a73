import { clearOtherDeck, otherDeck, passOn, putOn, type Move } from './move.ts';
import type { DeckName, PlayerEvent } from './player-state.ts';

/** So many tracks in a row fail before the player gives up: a folder may be gone, but a loop must end. */
const MOST_FAILURES_IN_A_ROW = 5;

/** A deck could not play what it holds. */
export function onFailed(
  move: Move,
  { deck, message, coreAway }: Extract<PlayerEvent, { type: 'failed' }>,
): void {
  if (!move.state.current || move.state.phase === 'error') return;
  if (deck !== move.state.deck) failedBesides(move, coreAway);
  else if (coreAway) waitForCore(move);
  else passOver(move, message);
}

/** It was the leaving track, whose end nobody will miss, or the one preloaded. */
function failedBesides(move: Move, coreAway: boolean): void {
  const { seam, preloaded, next } = move.state;
  if (seam) {
    clearOtherDeck(move);
    move.state = { ...move.state, phase: 'playing' };
  } else if (preloaded) {
    clearOtherDeck(move);
    const failedPreloads = move.state.failedPreloads + 1;
    move.state = { ...move.state, failedPreloads, next: coreAway ? next : null };
    if (!coreAway && next) move.effects.push({ do: 'pass-over', entryId: next.entryId });
  }
}

function waitForCore(move: Move): void {
  clearOtherDeck(move);
  move.effects.push({ do: 'unload', deck: move.state.deck });
  move.state = { ...move.state, phase: 'error', trouble: { kind: 'core-away' } };
}

function passOver(move: Move, message: string): void {
  const failuresInARow = move.state.failuresInARow + 1;
  move.state = { ...move.state, failuresInARow };
  if (failuresInARow < MOST_FAILURES_IN_A_ROW) {
    if (move.state.seam) clearOtherDeck(move);
    passOn(move, 'failed');
    return;
  }
  clearOtherDeck(move);
  move.effects.push({ do: 'unload', deck: move.state.deck });
  move.state = { ...move.state, phase: 'error', wanted: false, trouble: { kind: 'nothing-plays', message } };
}

/** The browser refused to play before the listener has touched the page. */
export function onBlocked(move: Move, deck: DeckName): void {
  const { current, phase } = move.state;
  if (deck !== move.state.deck || !current || phase === 'error') return;
  clearOtherDeck(move);
  move.state = { ...move.state, phase: 'paused', wanted: false, trouble: { kind: 'press-play' } };
}

/** Goes on where the core's absence stopped the music. */
export function onCoreBack(move: Move): void {
  const { trouble, current, positionSeconds, next } = move.state;
  move.state = { ...move.state, failedPreloads: 0 };
  if (trouble?.kind !== 'core-away' || !current) return;
  putOn(move, current, positionSeconds);
  move.state = { ...move.state, next };
}

/** A media element came to the end of its file. */
export function onEnded(move: Move, deck: DeckName, stop: (move: Move) => void): void {
  const { phase, deck: own, stopAfterCurrent } = move.state;
  if (deck === otherDeck(own) || (phase !== 'playing' && phase !== 'seam')) return;
  if (stopAfterCurrent) stop(move);
  else passOn(move, 'finished');
}
