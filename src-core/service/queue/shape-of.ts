import type { EnergyRule } from '../../contract/api/index.ts';
import { courseAfter, journeyAhead } from '../../queue/journey.ts';
import type { Course, Shape } from '../../queue/shape.ts';
import { PLAIN_FLOW } from '../../queue/shape.ts';
import type { QueueModel } from './queue-model.ts';

/**
 * What the listener asks of each track to come, by its place among what is upcoming, as the planner takes it.
 * @param meanTrackSeconds asked for only where it counts
 */
export function shapesOf(
  model: QueueModel,
  nowMs: number,
  meanTrackSeconds: () => number,
): (place: number) => Shape {
  const { keepAlbums, artistGap, discovery, leftOut, energy } = model.options;
  const course = courseOf(model, meanTrackSeconds);
  const limitsAt = (place: number): Shape['arousalLimits'] => {
    if (energy.length === 0) return null;
    const rule = energyAt(energy, new Date(nowMs + place * meanTrackSeconds() * 1000).getHours());
    return rule === null ? null : { lowest: rule.lowest, highest: rule.highest };
  };
  return (place) => ({
    ...PLAIN_FLOW,
    course: courseAfter(course, place),
    keepAlbums,
    artistGap,
    discovery,
    leftOut,
    arousalLimits: limitsAt(place),
  });
}

function courseOf({ course, journey }: QueueModel, meanTrackSeconds: () => number): Course {
  if (course.kind !== 'journey') return course;
  return journey === null ? { kind: 'flow' } : journeyAhead(course.points, journey, meanTrackSeconds());
}

/** The rule for an hour of the day by the clock on the wall, if there is one. */
function energyAt(rules: readonly EnergyRule[], hour: number): EnergyRule | null {
  const speaksOf = ({ fromHour, untilHour }: EnergyRule): boolean =>
    fromHour < untilHour ? fromHour <= hour && hour < untilHour : fromHour <= hour || hour < untilHour;
  return rules.find(speaksOf) ?? null;
}
