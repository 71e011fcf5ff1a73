import { HELD_BACK_PLAYS, type PlanRequest } from './plan-request.ts';
import type { PlanLibrary } from './plan-library.ts';
import type { Shape } from './shape.ts';
import type { TrackFacts } from './track-facts.ts';

/** The last picks of a line, newest first, as a linked list. */
export interface Trail {
  readonly row: number;
  readonly before: Trail | null;
}

/** How often the artist gap and what is held back of earlier days are halved before they are given up. */
const GAP_EASINGS = 4;

/**
 * How often the rules of mere convenience are eased before they are given up. What was heard this evening is held back in
 * full until all else has been eased, and then by halves in the same way.
 */
export const EASINGS = 4 * GAP_EASINGS;

/** Plays after which one is two thirds forgotten; in a small library, as many as there are tracks. */
const LONGEST_MEMORY_PLAYS = 1000;

/** Which rows a plan may pick. */
export interface Legality {
  /** Rows that the listener's own rules leave; these are never broken. */
  readonly open: Uint8Array;
  readonly openCount: number;
  /** How fresh each recording is in the ear: 1 for each play, fading with the plays since. */
  readonly freshness: ReadonlyMap<number, number>;
  /** Whether a row may follow a trail, with rules of convenience eased `easing` times; gone at {@link EASINGS}. */
  readonly mayFollow: (row: number, trail: Trail | null, easing: number) => boolean;
}

export function judgeLegality(library: PlanLibrary, request: PlanRequest): Legality {
  const { facts } = library;
  const { artistGap } = request.shape;
  const { open, openCount } = openRows(library, request);
  const { playsSince, freshness } = playsOf(facts, request.heard, openCount);
  // A small library would be held back whole.
  const heldBack = Math.min(HELD_BACK_PLAYS, openCount >> 1);
  const { heardTonight = 0 } = request;
  const isArtistNear = artistNearness(facts, request);
  return {
    open,
    openCount,
    freshness,
    mayFollow: (row, trail, easing) => {
      if (open[row] === 0) return false;
      const recording = facts.recordings[row];
      for (let at = trail; at !== null; at = at.before) {
        if (facts.recordings[at.row] === recording) return false;
      }
      if (easing >= EASINGS) return true;
      const since = playsSince.get(recording);
      const gapEasing = easing % GAP_EASINGS;
      const held = Math.max(heldBack >> gapEasing, heardTonight >> Math.floor(easing / GAP_EASINGS));
      if (since !== undefined && since <= held) return false;
      return !isArtistNear(row, trail, artistGap >> gapEasing);
    },
  };
}

/** How many plays ago each recording was heard last, and how fresh it is in the ear. */
function playsOf(
  { recordings }: TrackFacts,
  heard: readonly number[],
  openCount: number,
): { playsSince: Map<number, number>; freshness: Map<number, number> } {
  const playsSince = new Map<number, number>();
  const freshness = new Map<number, number>();
  const memory = Math.max(1, Math.min(LONGEST_MEMORY_PLAYS, openCount));
  heard.forEach((row, i) => {
    const recording = recordings[row];
    playsSince.set(recording, heard.length - i);
    const before = freshness.get(recording) ?? 0;
    freshness.set(recording, before + Math.exp((i - heard.length) / memory));
  });
  return { playsSince, freshness };
}

/** Tells whether one of so many tracks before a row, those of a trail and what was heard before it, is by the row's artist. */
function artistNearness(
  { artists }: TrackFacts,
  { heard, after, shape }: PlanRequest,
): (row: number, trail: Trail | null, gap: number) => boolean {
  // What came just before begins every trail.
  const earlier = heard.at(-1) === after ? heard.slice(0, -1) : heard;
  const latest = earlier.slice(-Math.max(1, shape.artistGap));
  return (row, trail, gap) => {
    const artist = artists[row];
    if (artist < 0 || gap === 0) return false;
    let steps = 0;
    for (let at = trail; at !== null && steps < gap; at = at.before, steps++) {
      if (artists[at.row] === artist) return true;
    }
    for (let i = latest.length - 1; i >= 0 && steps < gap; i--, steps++) {
      if (artists[latest[i]] === artist) return true;
    }
    return false;
  };
}

function openRows(library: PlanLibrary, request: PlanRequest): { open: Uint8Array; openCount: number } {
  const { openings, nextCopy } = library;
  const { course, arousalLimits } = request.shape;
  const open = new Uint8Array(openings.trackIds.length);
  let openCount = 0;
  const isFree = arousalLimits === null && course.kind !== 'around';
  for (let row = 0; row < open.length; row++) {
    const isOpen = openings.stepCounts[row] > 0 && (isFree || isWithin(library, row, request.shape)) ? 1 : 0;
    open[row] = isOpen;
    openCount += isOpen;
  }
  const close = (row: number): void => {
    let copy = row;
    do {
      openCount -= open[copy];
      open[copy] = 0;
      copy = nextCopy[copy];
    } while (copy !== row);
  };
  for (const row of request.never) close(row);
  for (const row of request.slots) if (row !== null) close(row);
  if (request.after !== null) close(request.after);
  return { open, openCount };
}

/** Whether the limits and the region that the listener has set allow a row. */
export function isWithin(
  { grid, means }: PlanLibrary,
  row: number,
  { course, arousalLimits }: Pick<Shape, 'course' | 'arousalLimits'>,
): boolean {
  const arousal = grid.levels[2 * row];
  if (arousalLimits !== null && (arousal < arousalLimits.lowest || arousal > arousalLimits.highest))
    return false;
  if (course.kind !== 'around') return true;
  const { point, radius } = course;
  return (means[2 * row] - point.arousal) ** 2 + (means[2 * row + 1] - point.valence) ** 2 <= radius ** 2;
}
