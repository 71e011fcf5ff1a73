import type { Curve } from '../../contract/analysis.ts';
import type { MoodPoint } from '../../contract/mood.ts';
import { soundRowsOf } from '../../contract/sound-rows.ts';
import type { SoundProfile } from '../../contract/sound.ts';
import { closingOf, interleave, OPENING_PAIRS, openingOf } from '../../contract/seam.ts';
import { curveLevel } from '../curve-level.ts';
import { continuationAfter, type SpreadForecast, type TrackEnd } from '../continuation.ts';
import type { Continuation } from '../expected-jump.ts';
import type { Openings } from '../openings.ts';
import { openingVariance, type PlanLibrary, preparePlanLibrary } from '../plan-library.ts';
import { steadyOpenings } from '../steady.ts';
import { unknownFacts } from '../track-facts.ts';

/** A track that people have rated and a model has heard. */
export interface RatedTrack {
  readonly id: string;
  readonly artist: string;
  readonly genre: string | null;
  /** Mean over listeners. */
  readonly rating: MoodPoint;
  /** What the model hears: it must not have learnt from this rating. */
  readonly curve: Curve;
  /** How it sounds besides; null: unknown. */
  readonly sound: SoundProfile | null;
  readonly durationSeconds: number;
  /** Standard deviation of the model's error per axis, where it says so. */
  readonly uncertainty: MoodPoint | null;
}

/** A forecast with how sure it is, as the sequence model gives it. */
export type Forecast = (closing: Curve) => SpreadForecast;

/** What policies play from: the same curves for all of them. */
export interface RatedLibrary {
  readonly tracks: readonly RatedTrack[];
  /** As the model heard them. */
  readonly openings: Openings;
  readonly closings: readonly Curve[];
  /** The sequence model's word on what follows a row, from its curve as it was heard. */
  readonly forecastAfter: (row: number) => Curve;
  /** The library as Segue's planner sees it. */
  readonly planLibrary: PlanLibrary;
  /** A library of some of the tracks, by their rows. */
  readonly part: (rows: readonly number[]) => RatedLibrary;
}

/** @param usualError of the model, where a track has no uncertainty of its own: standard deviation per axis */
export function buildRatedLibrary(
  tracks: readonly RatedTrack[],
  usualError: MoodPoint,
  forecast: Forecast,
): RatedLibrary {
  const forecasts = new Map<RatedTrack, SpreadForecast>();
  const forecastOf = (track: RatedTrack, closing: Curve): SpreadForecast => {
    const kept = forecasts.get(track) ?? forecast(closing);
    forecasts.set(track, kept);
    return kept;
  };
  const build = (some: readonly RatedTrack[]): RatedLibrary => buildPart(some, usualError, forecastOf, build);
  return build(tracks);
}

function buildPart(
  tracks: readonly RatedTrack[],
  usualError: MoodPoint,
  forecastOf: (track: RatedTrack, closing: Curve) => SpreadForecast,
  build: (tracks: readonly RatedTrack[]) => RatedLibrary,
): RatedLibrary {
  const ends = tracks.map(({ curve }) => ({ first: 0, end: curve.arousal.length }));
  const closings = tracks.map(({ curve }, row) => closingOf(curve, ends[row]));
  const openings = blockOf(tracks.map(({ curve }, row) => openingOf(curve, ends[row])));
  const forecastAfter = (row: number): SpreadForecast => forecastOf(tracks[row], closings[row]);
  const planLibrary = planLibraryOf(tracks, usualError, openings, (row, end) =>
    continuationAfter({ ...end, closing: closings[row] }, forecastAfter(row)),
  );
  const part = (rows: readonly number[]): RatedLibrary => build(rows.map((row) => tracks[row]));
  return { tracks, openings, closings, forecastAfter, planLibrary, part };
}

/** @param continuationOf what follows a row, given what else is known of how it ends */
function planLibraryOf(
  tracks: readonly RatedTrack[],
  usualError: MoodPoint,
  heard: Openings,
  continuationOf: (row: number, end: Omit<TrackEnd, 'closing'>) => Continuation,
): PlanLibrary {
  const known = tracks.every(({ uncertainty }) => uncertainty !== null);
  const uncertainty = known ? pairsOf(tracks.map((track) => track.uncertainty!)) : null;
  const openings = { ...heard, values: heard.values.slice(), uncertainty };
  const means = pairsOf(tracks.map(({ curve }) => curveLevel(curve)));
  const durations = Float32Array.from(tracks, ({ durationSeconds }) => durationSeconds);
  steadyOpenings(openings, means, durations);
  const kept = new Map<number, Continuation>();
  const continuationAt = (row: number): Continuation => {
    const found =
      kept.get(row) ??
      continuationOf(row, {
        mean: { arousal: means[2 * row], valence: means[2 * row + 1] },
        durationSeconds: durations[row],
        error: openingVariance({ openings, usualError }, row),
      });
    kept.set(row, found);
    return found;
  };
  return preparePlanLibrary({
    openings,
    facts: {
      ...unknownFacts(tracks.length),
      artists: numbersOf(tracks.map(({ artist }) => artist)),
      genres: numbersOf(tracks.map(({ genre }) => genre)),
      sounds: soundRowsOf(tracks.map(({ sound }) => sound)),
    },
    means,
    usualError,
    continuationsAfter: (rows) => rows.map(continuationAt),
  });
}

function blockOf(curves: readonly Curve[]): Openings {
  const values = new Float32Array(curves.length * OPENING_PAIRS * 2);
  curves.forEach((curve, row) => values.set(interleave(curve), row * OPENING_PAIRS * 2));
  return {
    trackIds: Int32Array.from(curves, (_, row) => row + 1),
    stepsPerRow: OPENING_PAIRS,
    values,
    stepCounts: Uint8Array.from(curves, ({ arousal }) => arousal.length),
  };
}

function pairsOf(points: readonly MoodPoint[]): Float32Array {
  return Float32Array.from(points.flatMap(({ arousal, valence }) => [arousal, valence]));
}

/** The same number for the same name; -1 for none. */
function numbersOf(names: readonly (string | null)[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    if (name === null) return -1;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
