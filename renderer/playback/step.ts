import { learnLength, onClock, stopHere } from './on-clock.ts';
import { onQueue } from './on-queue.ts';
import { onBlocked, onCoreBack, onEnded, onFailed } from './on-trouble.ts';
import { passOn, putOn, settleSeam, type Move } from './move.ts';
import type { Effect, PlayerEvent, PlayerState } from './player-state.ts';
import { beginPreview, endPreview, keepsPreview, onLeavingOver, onPreviewClock } from './preview.ts';

/** Fade of a track that the listener skips: long enough not to click. */
const SKIP_SECONDS = 0.25;

/**
 * The player's state machine: what happens, given how things stand, and what is to be done about it. Effects are to be
 * carried out in their order. Pure.
 */
export function step(
  state: PlayerState,
  event: PlayerEvent,
): { state: PlayerState; effects: readonly Effect[] } {
  const move: Move = { state, effects: [] };
  if (state.preview && !keepsPreview(state, event)) endPreview(move);
  switch (event.type) {
    case 'queue':
      onQueue(move, event);
      break;
    case 'play':
      play(move);
      break;
    case 'pause':
      pause(move);
      break;
    case 'seek':
      seek(move, event.seconds);
      break;
    case 'skip':
      settleSeam(move);
      move.state = { ...move.state, failuresInARow: 0 };
      passOn(move, 'skipped', SKIP_SECONDS);
      break;
    case 'hear-seam':
      if (event.on) beginPreview(move);
      else endPreview(move);
      break;
    case 'stop-after-current':
      move.state = { ...move.state, stopAfterCurrent: event.on };
      break;
    case 'clock':
      if (state.preview) onPreviewClock(move, event.positionSeconds);
      else {
        learnLength(move, event.durationSeconds?.[state.deck] ?? null);
        onClock(move, event.positionSeconds);
      }
      break;
    case 'ended':
      if (move.state.preview) onLeavingOver(move);
      else onEnded(move, event.deck, stopHere);
      break;
    case 'failed':
      onFailed(move, event);
      break;
    case 'blocked':
      onBlocked(move, event.deck);
      break;
    case 'core-back':
      onCoreBack(move);
      break;
  }
  return move;
}

function play(move: Move): void {
  const { phase, current, deck, positionSeconds, next } = move.state;
  move.state = { ...move.state, wanted: true };
  if (!current || phase === 'playing' || phase === 'seam') return;
  if (phase === 'error') {
    move.state = { ...move.state, failuresInARow: 0 };
    putOn(move, current, positionSeconds);
    move.state = { ...move.state, next };
    return;
  }
  move.effects.push({ do: 'play', deck }, { do: 'report-position' });
  move.state = { ...move.state, phase: 'playing', trouble: null };
}

function pause(move: Move): void {
  const { phase, trouble } = move.state;
  move.state = { ...move.state, wanted: false };
  if (phase === 'error' && trouble?.kind === 'core-away') return;
  if (phase !== 'playing' && phase !== 'seam') return;
  settleSeam(move);
  move.effects.push({ do: 'pause', deck: move.state.deck }, { do: 'report-position' });
  move.state = { ...move.state, phase: 'paused' };
}

function seek(move: Move, seconds: number): void {
  const { phase, current } = move.state;
  if (!current || phase === 'idle') return;
  settleSeam(move);
  const last = current.durationSeconds ?? Infinity;
  const wanted = Math.max(0, Math.min(seconds, last));
  if (phase !== 'error') move.effects.push({ do: 'seek', deck: move.state.deck, seconds: wanted });
  move.effects.push({ do: 'report-position' });
  move.state = { ...move.state, positionSeconds: wanted };
}
