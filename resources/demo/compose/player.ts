/** Short forms for seating the players of a piece. */
import type { Control, Feel, Mix, Note, Part, Role } from './score.ts';

/** Volume (0 to 127), place from -1 (left) to 1 (right), sends to reverb and chorus (0 to 127). */
export const mix = (volume: number, pan = 0, reverb = 40, chorus = 0): Mix => ({
  volume,
  pan,
  reverb,
  chorus,
});

/** How a player plays: unevenness of hand, and controller curves. */
export interface Manner {
  readonly feel?: Feel;
  readonly controls?: readonly Control[];
}

/** Seats one player; `notes` are in beats of the whole piece. */
export const player = (
  name: string,
  role: Role,
  program: number,
  notes: readonly Note[],
  place: Mix,
  manner: Manner = {},
): Part => ({ name, role, program, notes, mix: place, ...manner });
