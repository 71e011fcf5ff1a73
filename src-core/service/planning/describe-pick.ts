import type { PickReason, SeamPoints } from '../../contract/queue.ts';
import { getClosing } from '../../database/curves.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getSound } from '../../database/sounds.ts';
import { getTrack, type Track } from '../../database/tracks.ts';
import type { Found } from '../../queue/plan.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';
import { openingAt, reasonOf } from '../../queue/reason.ts';
import { seamBeats } from '../../queue/seam-beats.ts';
import { seamPoints, type SeamSide } from '../../queue/seam-points.ts';
import { steadyEnd } from '../../queue/steady.ts';

/** How a planned track meets the one before it: the distance on the plane, why it was chosen, and where the seam lies. */
export function describePick(
  db: ReadableDB,
  library: PlanLibrary,
  found: Found,
): { seamDistance: number; reason: PickReason } {
  const reason = reasonOf(library.openings, found);
  const seam = seamOf(db, library, found);
  return {
    seamDistance: found.chosen.jump.distance,
    reason: seam === null ? reason : { ...reason, seam },
  };
}

/** Null where a side is not measured yet. */
function seamOf(
  db: ReadableDB,
  { openings, means }: PlanLibrary,
  { standing, chosen }: Found,
): SeamPoints | null {
  const leavingId = openings.trackIds[standing.after];
  const leaving = sideOf(getTrack(db, leavingId));
  const arrivingId = openings.trackIds[chosen.row];
  const arriving = sideOf(getTrack(db, arrivingId));
  const closing = getClosing(db, leavingId);
  if (leaving === null || arriving === null || closing === undefined) return null;
  const opening = openingAt(openings, chosen.row, openings.stepCounts[chosen.row]);
  const { after } = standing;
  const mean = { arousal: means[2 * after], valence: means[2 * after + 1] };
  // As far as it is to be believed, as the opening is.
  const steady = steadyEnd(closing, mean, leaving.durationSeconds);
  const points = seamPoints(leaving, steady, arriving, opening);
  const beats = seamBeats(leavingId, getSound(db, leavingId), getSound(db, arrivingId));
  return beats === null ? points : { ...points, beats };
}

function sideOf(track: Track | undefined): SeamSide | null {
  if (track === undefined || track.durationSeconds === null) return null;
  const { durationSeconds, leadingSilenceSeconds, trailingSilenceSeconds, fadeInSeconds, fadeOutSeconds } =
    track;
  return {
    durationSeconds,
    leadingSilenceSeconds: leadingSilenceSeconds ?? 0,
    trailingSilenceSeconds: trailingSilenceSeconds ?? 0,
    fadeInSeconds: fadeInSeconds ?? 0,
    fadeOutSeconds: fadeOutSeconds ?? 0,
  };
}
