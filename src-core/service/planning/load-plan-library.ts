import type { Curve } from '../../contract/analysis.ts';
import type { MoodPoint } from '../../contract/mood.ts';
import { getClosing } from '../../database/curves.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { type Paged, readAll } from '../../database/paged.ts';
import { loadRecordings } from '../../database/recordings.ts';
import { readOpenings } from '../../database/seams.ts';
import { readSounds } from '../../database/sounds.ts';
import { type FactRows, readTrackFacts } from '../../database/track-facts.ts';
import { continuationAfter } from '../../queue/continuation.ts';
import type { Continuation } from '../../queue/expected-jump.ts';
import type { Openings } from '../../queue/openings.ts';
import { openingVariance, type PlanLibrary, preparePlanLibrary } from '../../queue/plan-library.ts';
import { sameRecordings } from '../../queue/same-recordings.ts';
import { steadyOpenings } from '../../queue/steady.ts';
import type { Forecaster } from '../load-forecaster.ts';

/** Forecasts that are kept: those of a few plans, so that planning anew asks the model for little. */
const KEPT_FORECASTS = 10_000;

/** Everything that planning needs of a library. Prepared once; tracks and curves that change later are not in it. */
export function loadPlanLibrary(db: ReadableDB, forecaster: Forecaster): PlanLibrary {
  return readAll(readPlanLibrary(db, forecaster));
}

/** {@link loadPlanLibrary} in steps of some milliseconds. */
export function* readPlanLibrary(db: ReadableDB, forecaster: Forecaster): Paged<PlanLibrary> {
  const openings: Openings = yield* readOpenings(db);
  const copies = loadRecordings(db, openings.trackIds);
  yield;
  const facts = yield* readTrackFacts(db, openings.trackIds);
  const sounds = yield* readSounds(db, openings.trackIds);
  const recordings = yield* sameRecordings(copies, { ...facts, sounds });
  const kept = new Map<number, Continuation>();
  yield;
  steadyOpenings(openings, facts.means, facts.durationsSeconds);
  yield;
  return preparePlanLibrary({
    openings,
    facts: {
      ...facts,
      recordings,
      sounds,
      loved: new Uint8Array(recordings.length),
    },
    means: facts.means,
    usualError: forecaster.usualError,
    continuationsAfter: (rows) => {
      const lacking = rows.filter((row) => !kept.has(row));
      if (kept.size + lacking.length > KEPT_FORECASTS) kept.clear();
      const asked = rows.filter((row) => !kept.has(row));
      const found = continuationsAfter(db, forecaster, openings, facts, asked);
      asked.forEach((row, i) => kept.set(row, found[i]));
      return rows.map((row) => kept.get(row)!);
    },
  });
}

function continuationsAfter(
  db: ReadableDB,
  { continuationsOf, usualError }: Forecaster,
  openings: Openings,
  { means, durationsSeconds }: FactRows,
  rows: readonly number[],
): Continuation[] {
  const closings = rows.map((row) => getClosing(db, openings.trackIds[row]));
  const forecasts = continuationsOf(closings.filter((closing) => closing !== undefined)).values();
  return rows.map((row, i) => {
    const mean = { arousal: means[2 * row], valence: means[2 * row + 1] };
    const closing = closings[i];
    // A curve that went while the plan was made: its track stays where it was on the whole.
    const forecast = closing === undefined ? flat(mean) : forecasts.next().value!;
    const error = openingVariance({ openings, usualError }, row);
    const durationSeconds = durationsSeconds[row];
    return continuationAfter({ closing: closing ?? flat(mean), mean, durationSeconds, error }, forecast);
  });
}

function flat({ arousal, valence }: MoodPoint): Curve {
  return { arousal: Float32Array.of(arousal), valence: Float32Array.of(valence) };
}
