import type { EnergyRule } from '../../contract/api/index.ts';
import { journeyAhead } from '../../queue/journey.ts';
import type { Course, Shape } from '../../queue/shape.ts';
import { PLAIN_FLOW } from '../../queue/shape.ts';
import type { QueueModel } from './queue-model.ts';

/** What the listener asks of the queue, as the planner takes it. @param meanTrackSeconds asked for only where it counts */
export function shapeOf(model: QueueModel, nowMs: number, meanTrackSeconds: () => number): Shape {
  const { keepAlbums, artistGap, discovery, energy } = model.options;
  const rule = energyAt(energy, new Date(nowMs).getHours());
  return {
    ...PLAIN_FLOW,
    course: courseOf(model, meanTrackSeconds),
    keepAlbums,
    artistGap,
    discovery,
    arousalLimits: rule === null ? null : { lowest: rule.lowest, highest: rule.highest },
  };
}

function courseOf({ course, journey }: QueueModel, meanTrackSeconds: () => number): Course {
  if (course.kind !== 'journey') return course;
  return journey === null ? { kind: 'flow' } : journeyAhead(course.points, journey, meanTrackSeconds());
}

/** The rule for an hour of the day, if there is one. */
export function energyAt(rules: readonly EnergyRule[], hour: number): EnergyRule | null {
  const speaksOf = ({ fromHour, untilHour }: EnergyRule): boolean =>
    fromHour < untilHour ? fromHour <= hour && hour < untilHour : fromHour <= hour || hour < untilHour;
  return rules.find(speaksOf) ?? null;
}
