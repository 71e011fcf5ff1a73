import { fadeTo } from './crossfade.ts';
import { equalPowerGains } from './equal-power.ts';
import { planJoin } from './join.ts';
import { otherDeck, type Move } from './move.ts';
import type { DeckName, PlayerEvent, PlayerState, Preview } from './player-state.ts';

/** How much of the leaving track is heard alone before the seam, and of the arriving one after it. */
export const LEAD_SECONDS = 3;
const TAIL_SECONDS = 3;
/** At its end the arriving track is let go of over so long, not cut off. */
const LET_GO_SECONDS = 0.5;

/** Where the next seam lies, if it can be heard ahead of its time; null: its place is not known, or nothing comes next. */
export function seamAhead({ current, next, crossfade, gain }: PlayerState): Preview['seam'] | null {
  if (!current || !next) return null;
  const join = planJoin(current, next, crossfade, gain);
  const { leaveAtSeconds, arriveAtSeconds, arrivingGain, seconds, onBeat } = join;
  return leaveAtSeconds === null ? null : { leaveAtSeconds, arriveAtSeconds, arrivingGain, seconds, onBeat };
}

/** Plays the seam ahead of its time. The queue is told nothing, and the music's own place is kept. */
export function beginPreview(move: Move): void {
  const { phase, preview, current, next, deck, preloaded, gain } = move.state;
  const seam = seamAhead(move.state);
  if (preview || !seam || !current || !next || (phase !== 'playing' && phase !== 'paused')) return;
  const arriving = otherDeck(deck);
  const { arriveAtSeconds, leaveAtSeconds } = seam;
  if (!preloaded)
    move.effects.push({ do: 'load', deck: arriving, cue: next, atSeconds: arriveAtSeconds, gain });
  move.effects.push(
    { do: 'gain', deck: arriving, gain: 0 },
    { do: 'seek', deck, seconds: Math.max(current.startSeconds, leaveAtSeconds - LEAD_SECONDS) },
    { do: 'play', deck },
  );
  move.state = {
    ...move.state,
    phase: 'preview',
    preloaded: true,
    trouble: null,
    preview: { seam, stage: 'lead', isLeavingOver: false, heardSeconds: 0 },
  };
}

/** Goes back to where the music was, playing if it played. */
export function endPreview(move: Move): void {
  const { preview, current, deck, gain, positionSeconds, wanted } = move.state;
  if (!preview || !current) return;
  const arriving = otherDeck(deck);
  const { arriveAtSeconds, arrivingGain, onBeat } = preview.seam;
  if (preview.stage !== 'lead') {
    move.effects.push(
      { do: 'pause', deck: arriving },
      { do: 'seek', deck: arriving, seconds: arriveAtSeconds },
    );
  }
  move.effects.push({ do: 'gain', deck: arriving, gain: arrivingGain });
  if (onBeat) move.effects.push({ do: 'rate', deck: arriving, rate: 1 });
  // A file that has run out is put on anew.
  if (preview.isLeavingOver) {
    move.effects.push({ do: 'load', deck, cue: current, atSeconds: positionSeconds, gain });
  } else {
    if (!wanted) move.effects.push({ do: 'pause', deck });
    move.effects.push({ do: 'seek', deck, seconds: positionSeconds }, { do: 'gain', deck, gain });
  }
  if (wanted) move.effects.push({ do: 'play', deck });
  move.state = { ...move.state, phase: wanted ? 'playing' : 'paused', preview: null };
}

/** Whether what happens leaves the preview as it is; before anything else it ends. */
export function keepsPreview(state: PlayerState, event: PlayerEvent): boolean {
  switch (event.type) {
    case 'clock':
    case 'hear-seam':
    case 'stop-after-current':
    case 'core-back':
      return true;
    case 'ended':
      return event.deck === state.deck;
    case 'queue':
      return (
        event.current?.entryId === state.current?.entryId &&
        event.next?.entryId === state.next?.entryId &&
        event.next?.address === state.next?.address
      );
    default:
      return false;
  }
}

/** The leaving track's file ran out; the arriving one goes on. */
export function onLeavingOver(move: Move): void {
  const { preview } = move.state;
  if (!preview) return;
  setPreview(move, { isLeavingOver: true });
  if (preview.stage === 'lead') arrive(move);
}

/** The course of the preview: lead, fade by the arriving track's own clock, tail, and back. */
export function onPreviewClock(move: Move, positions: Readonly<Record<DeckName, number>>): void {
  const { preview, deck, gain, current } = move.state;
  if (!preview || !current) return;
  const { leaveAtSeconds, arriveAtSeconds, arrivingGain, seconds, onBeat } = preview.seam;
  if (preview.stage === 'lead') {
    const fromSeconds = Math.max(current.startSeconds, leaveAtSeconds - LEAD_SECONDS);
    hear(move, positions[deck] - fromSeconds);
    if (positions[deck] >= leaveAtSeconds) arrive(move);
    return;
  }
  const arriving = otherDeck(deck);
  const heard = positions[arriving] - arriveAtSeconds;
  if (heard <= 0) return;
  hear(move, LEAD_SECONDS + heard);
  const left = seconds + TAIL_SECONDS - heard;
  if (left <= 0) {
    endPreview(move);
    return;
  }
  if (heard < seconds) {
    const { isLeavingOver } = preview;
    fadeTo(move, {
      arriving,
      arrivingGain,
      leavingGain: isLeavingOver ? null : gain,
      progress: heard / seconds,
      lateSeconds: onBeat && !isLeavingOver ? positions[deck] - leaveAtSeconds - heard : null,
    });
    return;
  }
  if (preview.stage === 'fade') {
    if (!preview.isLeavingOver) move.effects.push({ do: 'pause', deck });
    setPreview(move, { stage: 'tail' });
  }
  const letGo = equalPowerGains(1 - left / LET_GO_SECONDS).leaving;
  move.effects.push({ do: 'gain', deck: arriving, gain: arrivingGain * letGo });
}

/** How long a preview lasts, for those who show it. */
export function previewSeconds({ seam }: Preview): number {
  return LEAD_SECONDS + seam.seconds + TAIL_SECONDS;
}

function arrive(move: Move): void {
  const { preview, deck } = move.state;
  if (!preview) return;
  const { seconds, arrivingGain } = preview.seam;
  const arriving = otherDeck(deck);
  move.effects.push({ do: 'gain', deck: arriving, gain: seconds > 0 ? 0 : arrivingGain });
  move.effects.push({ do: 'play', deck: arriving });
  setPreview(move, { stage: 'fade' });
}

function hear(move: Move, seconds: number): void {
  setPreview(move, { heardSeconds: Math.max(move.state.preview?.heardSeconds ?? 0, seconds) });
}

function setPreview(move: Move, change: Partial<Preview>): void {
  const { preview } = move.state;
  if (preview) move.state = { ...move.state, preview: { ...preview, ...change } };
}
