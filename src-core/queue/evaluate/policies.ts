import { moodDistance } from '../../contract/mood.ts';
import { curveLevel } from '../curve-level.ts';
import { openingLevel } from '../openings.ts';
import { plan } from '../plan.ts';
import { HELD_BACK_PLAYS } from '../plan-request.ts';
import { type Course, PLAIN_FLOW, type Shape } from '../shape.ts';
import { seededNoise } from '../seeded-noise.ts';
import { strictMatches } from '../strict.ts';
import type { RatedLibrary } from './rated-library.ts';

/** Says which row plays next after a history, the latest last and never empty. */
export type Player = (history: readonly number[]) => number;

/** A way to play a library. The same seed plays the same. */
export interface Policy {
  readonly name: string;
  readonly begin: (library: RatedLibrary, seed: number) => Player;
}

const shuffle: Policy = {
  name: 'shuffle',
  begin: ({ tracks }, seed) => {
    const rows = Array.from(tracks.keys());
    return (history) => {
      const round = Math.floor(history.length / rows.length);
      const heard = new Set(history.slice(round * rows.length));
      return lowest(rows, (row) => (heard.has(row) ? Infinity : -seededNoise(seed, -1 - round, row)));
    };
  },
};

/** As the table lists them, the tracks of one artist together. */
const albumOrder: Policy = {
  name: 'album order',
  begin: ({ tracks }) => {
    const firstOf = new Map<string, number>();
    tracks.forEach(({ artist }, row) => firstOf.set(artist, firstOf.get(artist) ?? row));
    const order = Array.from(tracks.keys()).sort(
      (a, b) => firstOf.get(tracks[a].artist)! - firstOf.get(tracks[b].artist)! || a - b,
    );
    return (history) => order[(order.indexOf(history.at(-1)!) + 1) % order.length];
  },
};

const nearestByMean: Policy = {
  name: 'nearest by mean',
  begin: ({ tracks }) => {
    const means = tracks.map(({ curve }) => curveLevel(curve));
    return greedy(tracks.length, (from, row) => moodDistance(means[from], means[row]));
  },
};

/** Mean of the last ten seconds against mean of the first ten. */
const tailToHead: Policy = {
  name: 'tail to head',
  begin: ({ tracks, openings, closings }) => {
    const tails = closings.map(curveLevel);
    const heads = tracks.map((_, row) => openingLevel(openings, row));
    return greedy(tracks.length, (from, row) => moodDistance(tails[from], heads[row]));
  },
};

/** The first half second within 0.05 of the predicted one on both axes (arXiv 2403.17379); by chance where none is. */
const paperRule: Policy = {
  name: "paper's rule",
  begin: ({ tracks, openings, forecastAfter }, seed) => {
    const rows = Array.from(tracks.keys());
    return (history) => {
      const allowed = new Uint8Array(rows.length).fill(1);
      for (const row of lately(history, rows.length)) allowed[row] = 0;
      const matches = strictMatches(forecastAfter(history.at(-1)!), openings, allowed);
      if (matches.length > 0) return matches[0].row;
      const lot = (row: number): number => -seededNoise(seed, history.length, row);
      return lowest(rows, (row) => (allowed[row] === 1 ? lot(row) : Infinity));
    };
  },
};

/** More than the plays of any run, so that no two runs share a draw. */
const SEED_STRIDE = 100_003;

/** Segue as its queue plays: one track more at the end of what is lined up, with what was heard held back. */
export const segue = (name = 'segue', shape: Partial<Shape> = {}): Policy => ({
  name,
  begin: ({ planLibrary, tracks }, seed) => {
    return (history) => {
      const { picks } = plan(planLibrary, {
        after: history.at(-1)!,
        slots: [null],
        never: new Set(),
        heard: history,
        skips: new Map(),
        shape: { ...PLAIN_FLOW, ...shape },
        // As the queue does: the same place filled again is filled by another draw.
        seed: seed * SEED_STRIDE + history.length,
      });
      // A library of one track has nothing else to play.
      return picks[0]?.row ?? history.length % tracks.length;
    };
  },
});

/** Segue without what tags say of genre: what its curves alone do. */
const segueUntagged: Policy = {
  name: 'segue, no genres',
  begin: ({ planLibrary, ...library }, seed) => {
    const facts = { ...planLibrary.facts, genres: new Int32Array(library.tracks.length).fill(-1) };
    return segue().begin({ ...library, planLibrary: { ...planLibrary, facts } }, seed);
  },
};

export const POLICIES: readonly Policy[] = [
  shuffle,
  albumOrder,
  nearestByMean,
  tailToHead,
  paperRule,
  segueUntagged,
  segue(),
];

/** Plays a course from a row on: the rows after it. */
export function playCourse(
  { planLibrary }: RatedLibrary,
  from: number,
  count: number,
  course: Course,
  seed: number,
): number[] {
  const { picks } = plan(planLibrary, {
    after: from,
    slots: Array<null>(count).fill(null),
    never: new Set(),
    heard: [from],
    skips: new Map(),
    shape: { ...PLAIN_FLOW, course },
    seed,
  });
  return picks.map(({ row }) => row);
}

/** The nearest row that was not heard lately, whatever comes after. */
function greedy(size: number, cost: (from: number, row: number) => number): Player {
  const rows = Array.from({ length: size }, (_, row) => row);
  return (history) => {
    const heard = new Set(lately(history, size));
    const from = history.at(-1)!;
    return lowest(rows, (row) => (heard.has(row) ? Infinity : cost(from, row)));
  };
}

/** What no policy plays again so soon; a small library's last track may always be any other. */
function lately(history: readonly number[], size: number): readonly number[] {
  return history.slice(-Math.min(HELD_BACK_PLAYS, size - 1));
}

function lowest(rows: readonly number[], cost: (row: number) => number): number {
  let best = rows[0];
  let least = Infinity;
  for (const row of rows) {
    const value = cost(row);
    if (value < least) [best, least] = [row, value];
  }
  return best;
}
