import type { Shape } from '../../queue/shape.ts';

/**
 * Says which of the listener's rules leave too few tracks; null where none does, and the library has no more.
 *
 * @param found how many could be lined up
 * @param unfit tracks that limits or region keep out
 * @param unwanted tracks that the listener does not want
 */
export function describeShortage(
  found: number,
  unfit: number,
  unwanted: number,
  { course, arousalLimits }: Shape,
): string | null {
  const count = found === 0 ? 'No other track' : `Only ${found} more ${found === 1 ? 'track' : 'tracks'}`;
  if (unfit > 0) {
    const rules = [
      ...(course.kind === 'around' ? ['in the region that you chose'] : []),
      ...(arousalLimits === null ? [] : ['within the energy that you allow at this hour']),
    ];
    return `${count} ${found > 1 ? 'lie' : 'lies'} ${rules.join(' and ')}.`;
  }
  if (unwanted > 0) return `${count} can be played: you asked not to hear the rest.`;
  return null;
}
