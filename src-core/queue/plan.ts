import type { MoodPoint } from '../contract/mood.ts';
import type { PickEffect, TargetPull } from '../contract/queue.ts';
import { lengthOf, paced, type PacedCourse, pullOf } from './course.ts';
import { wayAhead } from './way.ts';
import { courseWithinReach } from './reach.ts';
import type { Continuation } from './expected-jump.ts';
import { judgeLegality, type Legality, type Trail } from './legality.ts';
import { albumFollower, byChance, nearby, type NextRows } from './next-rows.ts';
import type { PlanLibrary } from './plan-library.ts';
import { type PlanRequest, type SearchSize, USUAL_SEARCH } from './plan-request.ts';
import { curveLevel } from './curve-level.ts';
import { effectsOn, type Standing, weigh, type Weighed, type Wishes } from './weigh.ts';

/** A track for an empty slot, with all that was weighed. */
export interface PlannedPick {
  readonly row: number;
  /** Null where nothing came before that has a curve: chance chose. */
  readonly found: Found | null;
}

export interface Found {
  readonly standing: Standing;
  readonly pull: TargetPull | null;
  readonly chosen: Weighed;
  /** What spoke for or against it besides the jump. */
  readonly effects: readonly PickEffect[];
  /** All that were weighed in full, it among them, best first. */
  readonly weighed: readonly Weighed[];
  /** Rows that the listener's rules left. */
  readonly candidates: number;
  /** Whether the album decided. */
  readonly byAlbum: boolean;
}

export interface Plan {
  /** A pick for each empty slot, in their order; fewer where nothing may be picked. */
  readonly picks: readonly PlannedPick[];
  /** Why there are fewer, in a sentence; null where every slot is filled. */
  readonly shortage: string | null;
}

/** Lines that are followed further out: much may change before that is heard. */
const NARROW = 2;

/** A line of tracks from the first slot on, as far as the search has got. */
interface Line {
  readonly trail: Trail | null;
  readonly after: number | null;
  readonly picks: PickList | null;
  readonly picked: number;
  /** Slots passed, those that were taken included. */
  readonly passed: number;
  /** What the picks have cost, and what the rest of the way will at least. */
  readonly cost: number;
  /** The part of it that is not paid yet. */
  readonly ahead: number;
  readonly isStuck: boolean;
}

/** What a plan is made from. */
interface Task extends NextRows {
  readonly seed: number;
  readonly course: PacedCourse;
  readonly wishes: Wishes;
  readonly search: SearchSize;
}

/** A pick as the search keeps it: most lines are dropped, and what else was weighed is only told of those that are not. */
interface Choice extends Omit<Found, 'effects' | 'weighed'> {
  readonly rows: readonly number[];
}

interface PickList {
  readonly pick: { readonly row: number; readonly found: Choice | null };
  readonly before: PickList | null;
}

/**
 * Fills the empty slots with the tracks that carry on best from one another: a beam search over whole lines, so that
 * the best next track is not taken where it leads into a corner or away from a track that stands further on.
 *
 * The same library and request give the same plan, in whatever order the library's rows are. No recording comes twice. The listener's rules
 * (never, limits, region) are never broken; where heard-lately or artist gap leave nothing, they are eased step by step.
 */
export function plan(library: PlanLibrary, request: PlanRequest, search: SearchSize = USUAL_SEARCH): Plan {
  const { after, slots, shape, skips, seed } = request;
  const legality = judgeLegality(library, request);
  const course = paced(courseWithinReach(library, legality, shape.course));
  const wishes = { shape, skips, seed, freshness: legality.freshness };
  const task = { library, shape, seed, course, legality, wishes, search };
  const start: Trail | null = after === null ? null : { row: after, before: null };
  let lines: Line[] = [
    { trail: start, after, picks: null, picked: 0, passed: 0, cost: 0, ahead: 0, isStuck: false },
  ];
  const wideUntil = Math.max(search.wideSlots, lengthOf(course)) - 1;
  for (const [place, fixed] of slots.entries()) {
    const continuations = continuationsOf(library, lines);
    const longer = lines.flatMap((line, i) =>
      fixed === null ? extend(task, line, continuations[i]) : [stepOnto(task, line, continuations[i], fixed)],
    );
    lines = best(library, longer, place < wideUntil ? search.width : Math.min(search.width, NARROW));
  }
  const picks: PlannedPick[] = [];
  for (let at = lines[0].picks; at !== null; at = at.before) {
    const { row, found } = at.pick;
    picks.unshift({ row, found: found === null ? null : inFull(task, found) });
  }
  const wanted = slots.filter((slot) => slot === null).length;
  return { picks, shortage: picks.length < wanted ? describeShortage(legality, picks.length) : null };
}

/** A choice with all that spoke for and against it, and what else there was. */
function inFull({ library, wishes }: Task, { rows, ...choice }: Choice): Found {
  const { standing, chosen } = choice;
  const others = rows.filter((row) => row !== chosen.row);
  const weighed = [chosen, ...others.map((row) => weigh(library, wishes, standing, row))];
  weighed.sort((a, b) => compareCosts(library, a, b));
  return { ...choice, weighed, effects: effectsOn(library, wishes, standing, chosen.row) };
}

function continuationsOf(library: PlanLibrary, lines: readonly Line[]): (Continuation | null)[] {
  const rows = [...new Set(lines.flatMap(({ after }) => (after === null ? [] : [after])))];
  const found = library.continuationsAfter(rows);
  return lines.map(({ after }) => (after === null ? null : found[rows.indexOf(after)]));
}

/** A line by one track longer, in each of the ways on that are worth following. */
function extend(task: Task, line: Line, continuation: Continuation | null): Line[] {
  if (line.isStuck) return [line];
  const { library, legality, wishes, search } = task;
  if (continuation === null) {
    const row = byChance(task, line.trail, task.seed);
    return row === null
      ? [{ ...line, isStuck: true }]
      : [append(line, { row, found: null }, { cost: 0, ahead: 0 })];
  }
  const { standing, pull, wanted } = stand(task, line, continuation);
  const followers = albumFollower(task, line.after, line.trail);
  const rows = followers ?? nearby(task, line.trail, wanted, search.judged);
  const weighed = rows.map((row) => weigh(library, wishes, standing, row));
  weighed.sort((a, b) => compareCosts(library, a, b));
  if (weighed.length === 0) return [{ ...line, isStuck: true }];
  const candidates = legality.openCount - line.picked;
  return weighed.slice(0, search.branches).map((chosen) => {
    const found = { standing, pull, chosen, rows, candidates, byAlbum: followers !== null };
    return append(line, { row: chosen.row, found }, chosen);
  });
}

function append(line: Line, pick: PickList['pick'], { cost, ahead }: Pick<Weighed, 'cost' | 'ahead'>): Line {
  return {
    trail: { row: pick.row, before: line.trail },
    after: pick.row,
    picks: { pick, before: line.picks },
    picked: line.picked + 1,
    passed: line.passed + 1,
    cost: line.cost - line.ahead + cost,
    ahead,
    isStuck: false,
  };
}

/** A slot that is taken: it costs the jump into it, so that what comes before leads there. */
function stepOnto(task: Task, line: Line, continuation: Continuation | null, row: number): Line {
  const weighed =
    continuation === null
      ? null
      : weigh(task.library, task.wishes, stand(task, line, continuation).standing, row);
  return {
    ...line,
    trail: { row, before: line.trail },
    after: row,
    passed: line.passed + 1,
    cost: line.cost - line.ahead + (weighed?.cost ?? 0),
    ahead: weighed?.ahead ?? 0,
    isStuck: false,
  };
}

/** Where a line stands, and the point at which its next track is looked for. */
function stand(
  { course }: Task,
  line: Line,
  continuation: Continuation,
): { standing: Standing; pull: TargetPull | null; wanted: MoodPoint } {
  const heading = curveLevel(continuation);
  const pull = pullOf(course, heading, line.passed);
  const after = line.after!;
  const bend = pull?.pull ?? { arousal: 0, valence: 0 };
  const wanted = { arousal: heading.arousal + bend.arousal, valence: heading.valence + bend.valence };
  return { standing: { after, continuation, way: wayAhead(course, line.passed) }, pull, wanted };
}

/** The cheapest lines, lines that got further first. */
function best(library: PlanLibrary, lines: Line[], width: number): Line[] {
  const idOf = ({ after }: Line): number => (after === null ? 0 : library.openings.trackIds[after]);
  lines.sort((a, b) => b.picked - a.picked || costDifference(a.cost, b.cost) || idOf(a) - idOf(b));
  return lines.slice(0, width);
}

function compareCosts({ openings }: PlanLibrary, a: Weighed, b: Weighed): number {
  return costDifference(a.cost, b.cost) || openings.trackIds[a.row] - openings.trackIds[b.row];
}

/** Sums in another order differ in their last digits; that must not decide. */
function costDifference(a: number, b: number): number {
  return Math.round(a * 1e8) - Math.round(b * 1e8);
}

function describeShortage({ openCount }: Legality, filled: number): string {
  if (openCount === 0) return 'Your rules leave no track that could be played next.';
  return `Your rules leave no more than ${filled} track${filled === 1 ? '' : 's'} that could be played next.`;
}
