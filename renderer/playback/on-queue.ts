import type { Cue } from './cue.ts';
import { clearOtherDeck, putOn, takeOff, type Move } from './move.ts';
import type { PlayerEvent } from './player-state.ts';

/** Follows the queue: puts on what is new, and keeps on what is still current. */
export function onQueue(move: Move, event: Extract<PlayerEvent, { type: 'queue' }>): void {
  move.state = { ...move.state, crossfade: event.crossfade };
  const { current } = move.state;
  if (!event.current) {
    if (current) takeOff(move);
    return;
  }
  if (current?.entryId === event.current.entryId) keepOn(move, event.current);
  else putOn(move, event.current, event.atSeconds ?? event.current.startSeconds);
  expect(move, event.next);
}

/** The same entry, about which more may be known by now. */
function keepOn(move: Move, cue: Cue): void {
  const { current, deck, seam, preview } = move.state;
  // A gain that a neighbour on the album has passed on stays until the track's own changes.
  if (current && cue.gain !== current.gain) {
    move.state = { ...move.state, gain: cue.gain };
    if (!seam && !preview) move.effects.push({ do: 'gain', deck, gain: cue.gain });
  }
  move.state = { ...move.state, current: cue };
}

/** Another next track replaces the one that was preloaded, unless both decks are busy with a seam. */
function expect(move: Move, next: Cue | null): void {
  const { next: before, preloaded, seam } = move.state;
  const same = before?.entryId === next?.entryId && before?.address === next?.address;
  if (!same && preloaded && !seam) clearOtherDeck(move);
  move.state = { ...move.state, next };
}
