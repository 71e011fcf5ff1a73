import type { MoodPoint } from '../../contract/mood.ts';
import { drawRows } from './draw-rows.ts';
import { quantile } from './measures.ts';
import type { RatedLibrary } from './rated-library.ts';
import { type JourneyScore, scoreJourneys } from './score-journeys.ts';
import { acrossCorners, anywhere, scoreTargets, type TargetScore } from './score-targets.ts';

/** How Segue's courses come out, on ratings by people. */
export interface SteeringScore {
  readonly journey: JourneyScore;
  /** To each corner from the one opposite: as far as can be. */
  readonly target: TargetScore;
  /** From any track to where any other is: as far as a listener usually asks. */
  readonly targetAnywhere: TargetScore;
}

/**
 * Journeys from calm and sad to lively and happy, and targets set by hand in each corner.
 * Corners are the 15th and 85th percentile of the ratings per axis: where the library has something to play.
 */
export function scoreSteering(library: RatedLibrary, seeds: number): SteeringScore {
  const corner = (arousal: number, valence: number): MoodPoint => ({
    arousal: quantile(
      library.tracks.map(({ rating }) => rating.arousal),
      arousal,
    ),
    valence: quantile(
      library.tracks.map(({ rating }) => rating.valence),
      valence,
    ),
  });
  const calmSad = corner(0.15, 0.15);
  const livelyHappy = corner(0.85, 0.85);
  // In one library all journeys might end with the same track.
  const parts = Array.from({ length: seeds }, (_, seed) => library.part(drawRows(library, seed)));
  return {
    journey: scoreJourneys(parts, calmSad, livelyHappy),
    target: scoreTargets(
      acrossCorners(parts, [calmSad, livelyHappy, corner(0.15, 0.85), corner(0.85, 0.15)]),
    ),
    targetAnywhere: scoreTargets(parts.flatMap(anywhere)),
  };
}
