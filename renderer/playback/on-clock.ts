import { fadeTo } from './crossfade.ts';
import { planJoin } from './join.ts';
import { otherDeck, passOn, settleSeam, type Move } from './move.ts';
import type { DeckName } from './player-state.ts';

/** A media element needs about this long from being told to play until it sounds. */
const START_LATENCY_SECONDS = 0.03;
/** How long a leaving file that is not faded is given to run out: more than the arriving one is started early. */
const RUN_OUT_SECONDS = 0.1;
/** A track has been heard once it is this far in. */
const HEARD_SECONDS = 0.25;
/** After so many failures to preload the queue is left alone until the next track. */
const MOST_FAILED_PRELOADS = 5;

/** What the passing of time brings: preloading, the beginning of a seam, its course, and its end. */
export function onClock(move: Move, positions: Readonly<Record<DeckName, number>>): void {
  const { phase, deck, current } = move.state;
  if (!current || (phase !== 'playing' && phase !== 'seam')) return;
  const positionSeconds = positions[deck];
  const moved = positionSeconds - move.state.positionSeconds;
  move.state = { ...move.state, positionSeconds };
  if (moved > 0 && positionSeconds > current.startSeconds + HEARD_SECONDS) {
    move.state = { ...move.state, failuresInARow: 0 };
  }
  if (move.state.seam) fade(move, positions[otherDeck(deck)]);
  else if (moved > 0) {
    preload(move);
    joinWhenDue(move);
  }
}

/** Of what nobody has listened to yet, the length may be known to the media element alone. */
export function learnLength(move: Move, durationSeconds: number | null): void {
  const { current } = move.state;
  if (current?.durationSeconds !== null || durationSeconds === null) return;
  move.state = { ...move.state, current: { ...current, durationSeconds, endSeconds: durationSeconds } };
}

function preload(move: Move): void {
  const { current, next, preloaded, deck, gain, crossfade, failedPreloads } = move.state;
  if (!current || !next || preloaded || failedPreloads >= MOST_FAILED_PRELOADS) return;
  const { arriveAtSeconds, arrivingGain } = planJoin(current, next, crossfade, gain);
  move.effects.push({
    do: 'load',
    deck: otherDeck(deck),
    cue: next,
    atSeconds: arriveAtSeconds,
    gain: arrivingGain,
  });
  move.state = { ...move.state, preloaded: true };
}

function joinWhenDue(move: Move): void {
  const { current, next, crossfade, gain, positionSeconds, stopAfterCurrent } = move.state;
  if (!current || !next) return;
  const { leaveAtSeconds, overAtSeconds, seconds, onBeat } = planJoin(current, next, crossfade, gain);
  if (leaveAtSeconds === null || overAtSeconds === null) return;
  if (stopAfterCurrent) {
    if (positionSeconds >= overAtSeconds - START_LATENCY_SECONDS) stopHere(move);
    return;
  }
  const early = seconds > 0 && !onBeat ? 0 : START_LATENCY_SECONDS;
  if (positionSeconds >= leaveAtSeconds - early) passOn(move, 'finished');
}

/** The current track is over and the next one waits at its beginning. */
export function stopHere(move: Move): void {
  move.state = { ...move.state, wanted: false, stopAfterCurrent: false };
  passOn(move, 'finished');
}

/**
 * The arriving track's own clock drives the fade: the leaving one gives way only as fast as the other is really heard,
 * and if it took a moment to start, what is left of the leaving one is all the time there is.
 */
function fade(move: Move, leavingPosition: number): void {
  const { seam, deck, gain, positionSeconds } = move.state;
  if (!seam) return;
  const heard = positionSeconds - seam.arriveAtSeconds;
  if (heard <= 0) return;
  if (seam.seconds === 0) {
    // End to end: both at full level, since the leaving file only runs out.
    if (heard > RUN_OUT_SECONDS) settleSeam(move);
    return;
  }
  let { seconds } = seam;
  if (!seam.begun) {
    const left = seam.overAtSeconds === null ? seconds : seam.overAtSeconds - leavingPosition;
    seconds = Math.max(0, Math.min(seconds, left + heard));
    move.state = { ...move.state, seam: { ...seam, seconds, begun: true } };
  }
  if (heard >= seconds) {
    settleSeam(move);
    return;
  }
  const { leavingGain, inStepFromSeconds } = seam;
  const lateSeconds = inStepFromSeconds === null ? null : leavingPosition - inStepFromSeconds - heard;
  fadeTo(move, { arriving: deck, arrivingGain: gain, leavingGain, progress: heard / seconds, lateSeconds });
}
