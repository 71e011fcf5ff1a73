/** Whether the music goes on. */
import { secondsAt } from '../shape/tempo.ts';
import type { Piece } from '../score.ts';

/** Longest silence between sounding notes, in seconds. */
export function longestGapSeconds(piece: Piece): number {
  const notes = piece.parts.flatMap((p) => p.notes).sort((a, b) => a.start - b.start);
  let soundsUntil = 0;
  let longest = 0;
  for (const n of notes) {
    const gap = secondsAt(piece.tempo, n.start) - secondsAt(piece.tempo, Math.min(soundsUntil, n.start));
    longest = Math.max(longest, gap);
    soundsUntil = Math.max(soundsUntil, n.start + n.length);
  }
  return longest;
}
