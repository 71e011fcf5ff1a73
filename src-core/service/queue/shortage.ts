import type { Shape } from '../../queue/shape.ts';

/**
 * Says which of the listener's rules leave too few tracks; null where none does, and the library has no more.
 *
 * @param unfit tracks that limits or region keep out
 * @param unwanted tracks that the listener does not want
 */
export function describeShortage(
  unfit: number,
  unwanted: number,
  { course, arousalLimits }: Shape,
): string | null {
  if (unfit > 0) {
    const rules = [
      ...(course.kind === 'around' ? ['in the region that you chose'] : []),
      ...(arousalLimits === null ? [] : ['within the energy that you allow at this hour']),
    ];
    return `No other track lies ${rules.join(' and ')}.`;
  }
  return unwanted > 0 ? 'No other track can be played: you asked not to hear the rest.' : null;
}
