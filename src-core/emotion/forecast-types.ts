import type { Curve } from '../contract/analysis.ts';

/** How a curve goes on: value `i` speaks for the half second that starts `i` half seconds after its end. */
export interface Forecast extends Curve {
  /**
   * Half-width of the band around each value that holds 70% of outcomes (about one standard deviation), in units of the
   * axes; null where the model does not say.
   */
  readonly spread: Curve | null;
}
