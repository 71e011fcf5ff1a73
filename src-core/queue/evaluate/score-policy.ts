import { moodDistance } from '../../contract/mood.ts';
import type { Policy } from './policies.ts';
import { deviation, gini, mean, quantile, skewness } from './measures.ts';
import type { RatedLibrary } from './rated-library.ts';

/** How much is played. */
export interface PlayAmount {
  readonly seeds: number;
  /** Tracks of one evening. */
  readonly queueLength: number;
  /** Plays of a long run, over which coverage is judged. */
  readonly longRun: number;
  readonly longRuns: number;
}

/** Where an evening begins. */
export interface Evening {
  readonly library: RatedLibrary;
  readonly first: number;
}

export const USUAL_AMOUNT: PlayAmount = { seeds: 100, queueLength: 50, longRun: 500, longRuns: 10 };

/** Picks after each track that count as its neighbours when hubs are looked for. */
const NEIGHBOURS = 5;
/** Tracks after which drift is measured. */
const DRIFT_TRACKS = 20;

/** Jumps are distances between the mean ratings, by people, of tracks that follow one another. */
export interface PolicyScore {
  readonly seamMean: number;
  /** Standard deviation of the mean over seeds. */
  readonly seamSpread: number;
  readonly seamP95: number;
  /** Worst of an evening, mean over seeds. */
  readonly seamWorst: number;
  /** (shuffle - x) / (shuffle - bound): 0 as shuffle, 1 as the bound. */
  readonly normalised: number;
  /** Share of the tracks that are played; mean over the long runs, as are the next four. */
  readonly coverage: number;
  readonly gini: number;
  /** Plays of the track played most, over an even share. */
  readonly mostOverFair: number;
  /** Share of the long runs' successions of two tracks that the same run had before. */
  readonly repeatedSuccessions: number;
  /** Mean jump over the long runs. */
  readonly longSeamMean: number;
  /** Median plays between two by one artist; null where no artist came twice. */
  readonly artistGap: number | null;
  /** Share of tracks that are never among the five that follow another on a fresh evening. */
  readonly neverChosen: number;
  /** Skewness of how often a track is among the five that follow another. */
  readonly kOccurrenceSkew: number;
  /** Distance between the first track and the one twenty later. */
  readonly drift: number;
}

/** Everything but `normalised`, which needs the others' scores. */
export type PlainScore = Omit<PolicyScore, 'normalised'>;

/** @returns the score, and the mean jump of each evening: evening `i` of every policy begins with the same track. */
export function scorePolicy(
  policy: Policy,
  library: RatedLibrary,
  evenings: readonly Evening[],
  amount: PlayAmount,
): { score: PlainScore; evenings: readonly number[] } {
  const played = evenings.map((evening, seed) => ({
    library: evening.library,
    rows: play(policy, evening.library, seed, evening.first, amount.queueLength),
  }));
  const seams = played.map((evening) => jumps(evening.library, evening.rows));
  const means = seams.map(mean);
  const runs = Array.from({ length: amount.longRuns }, (_, seed) =>
    play(policy, library, seed, startOf(seed, library), amount.longRun),
  );
  const counts = runs.map((rows) => countEach(rows, library.tracks.length));
  const neighbours = library.tracks.flatMap((_, row) =>
    play(policy, library, row, row, NEIGHBOURS + 1).slice(1),
  );
  const fair = amount.longRun / library.tracks.length;
  const occurrences = countEach(neighbours, library.tracks.length);
  const coverage = mean(counts.map((run) => run.filter((count) => count > 0).length / run.length));
  const score = {
    seamMean: mean(means),
    seamSpread: deviation(means),
    seamP95: quantile(seams.flat(), 0.95),
    seamWorst: mean(seams.map((run) => Math.max(...run))),
    coverage,
    gini: mean(counts.map(gini)),
    mostOverFair: Math.max(...counts.map((run) => Math.max(...run) / fair)),
    repeatedSuccessions: mean(runs.map(shareRepeated)),
    longSeamMean: mean(runs.map((rows) => mean(jumps(library, rows)))),
    artistGap: artistGap(library, runs),
    neverChosen: occurrences.filter((count) => count === 0).length / occurrences.length,
    kOccurrenceSkew: skewness(occurrences),
    drift: mean(
      played.map(({ library: its, rows }) =>
        ratedDistance(its, rows[0], rows[Math.min(DRIFT_TRACKS, rows.length - 1)]),
      ),
    ),
  };
  return { score, evenings: means };
}

/** Distance between two tracks as people rated them. */
export function ratedDistance({ tracks }: RatedLibrary, one: number, other: number): number {
  return moodDistance(tracks[one].rating, tracks[other].rating);
}

/** Evenings begin all over the library. */
function startOf(seed: number, { tracks }: RatedLibrary): number {
  return Math.floor((seed * 0.618_033_988_749_895 * tracks.length) % tracks.length);
}

function play(policy: Policy, library: RatedLibrary, seed: number, first: number, count: number): number[] {
  const next = policy.begin(library, seed);
  const rows = [first];
  while (rows.length < count) rows.push(next(rows));
  return rows;
}

function jumps(library: RatedLibrary, rows: readonly number[]): number[] {
  return rows.slice(1).map((row, i) => ratedDistance(library, rows[i], row));
}

function countEach(rows: readonly number[], size: number): number[] {
  const counts = Array<number>(size).fill(0);
  for (const row of rows) counts[row]++;
  return counts;
}

function shareRepeated(rows: readonly number[]): number {
  const successions = rows.slice(1).map((row, i) => `${rows[i]} ${row}`);
  return 1 - new Set(successions).size / successions.length;
}

function artistGap({ tracks }: RatedLibrary, runs: readonly (readonly number[])[]): number | null {
  const gaps: number[] = [];
  for (const rows of runs) {
    const last = new Map<string, { row: number; at: number }>();
    rows.forEach((row, at) => {
      const { artist } = tracks[row];
      const before = last.get(artist);
      if (before !== undefined && before.row !== row) gaps.push(at - before.at);
      last.set(artist, { row, at });
    });
  }
  return gaps.length === 0 ? null : quantile(gaps, 0.5);
}
